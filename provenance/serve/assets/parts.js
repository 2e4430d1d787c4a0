/* Builders of elements and small parts. Text of articles reaches the page only as text nodes and attribute values made
   here; nothing is parsed as HTML. */

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(9)) if (child !== null && child !== undefined && child !== false) node.append(child);
  return node;
}
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const percent = (share) =>
  share >= 0.995 && share < 1 ? ">99\u00a0%" : share > 0 && share < 0.005 ? "<1\u00a0%" : `${Math.round(100 * share)}\u00a0%`;
const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
const chance = (confidence) => percent(Math.min(confidence, 0.998));
const kindClass = (kind) => "kind-" + kind.replaceAll(" ", "-");

/* What is known of the articles on the page, by id. */
const names = Object.create(null);
const language = (tag) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag || "") ? tag : null);
const foreign = (id) => ({ lang: language(names[id] && names[id].language), dir: "auto" });

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
