/* What is known of the articles on the page, by id. */
const names = Object.create(null);

function bar(share) {
  const box = s("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("rect", { class: "track", width: 100, height: 6, rx: 3 }), s("rect", { class: "level", width: Math.max(1, 100 * share), height: 6, rx: 3 }));
  return h("span", { class: "share" }, h("span", { class: "figure" }, percent(share)), box);
}

/* From an offset in code points, as the server counts, to one in UTF-16 units, as the page does. */
function placing(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const beyond = [];
  let n = 0;
  for (const character of text) { if (character.length > 1) beyond.push(n); n++; }
  return (offset) => {
    let low = 0, high = beyond.length;
    while (low < high) { const middle = (low + high) >> 1; if (beyond[middle] < offset) low = middle + 1; else high = middle; }
    return offset + low;
  };
}
