/* Addresses within the page, and the page itself. */

// ---------------------------------------------------------------- addresses within the page

async function route() {
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (edgeOf.has(anchor)) return showEdge(anchor);
  const alike = await likenessOf(anchor);
  if (alike) return showMatch(alike);
  if (idOf.has(anchor)) return showDocument(idOf.get(anchor));
  if (reader.open) reader.close();
  const target = anchor && document.getElementById(anchor);
  if (target) target.scrollIntoView();
  return undefined;
}

// ---------------------------------------------------------------- the page

const PRINTED = 200;
/* So many families are opened for printing. */

function themeSwitch() {
  const root = document.documentElement;
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  return h("button", { type: "button", class: "theme quiet", onclick: () => { root.dataset.theme = dark() ? "light" : "dark"; } }, "Light / dark");
}
function headline() {
  const figures = Object.entries(all.counts).map(([name, n]) =>
    h("div", { class: name === "uncredited" && n ? "alarm" : null }, h("dd", {}, n.toLocaleString("en")), h("dt", {}, n === 1 ? name.replace(/ies$/, "y").replace(/s$/, "") : name)));
  return h("header", { class: "page-head" },
    h("a", { class: "skip", href: "#families" }, "Skip to the families"),
    h("div", { class: "row" }, h("h1", {}, "Who took what from whom"),
      h("div", { class: "buttons" }, h("button", { type: "button", class: "theme quiet", onclick: printed }, "Print"), themeSwitch())),
    h("dl", { class: "figures" }, figures));
}
const remarks = all.remarks.length > 0 && h("details", { class: "remarks" }, h("summary", {}, `Remarks on the reading (${all.remarks.length})`), h("ul", {}, all.remarks.map((r) => h("li", {}, r))));
const sections = all.families.map(skeleton);
page.append(headline(), filters(),
  h("main", { id: "families", tabindex: -1 },
    sections.length ? sections : h("p", { class: "none" }, "No article took from another here."),
    audit() || "",
    likenesses(all.apart, async () => (await block("apart")).alike, "Alike across families, but not derived") || "", loose() || "", remarks || ""),
  h("footer", {}, "Made by provenance. Confidence is a probability: of all that is said with 80 %, eight in ten should be true."), reader);
page.hidden = false;
const near = new IntersectionObserver((seen) => {
  for (const one of seen) if (one.isIntersecting) { near.unobserve(one.target); openFamily(Number(one.target.id.slice(7))); }
}, { rootMargin: "400px" });
for (const section of sections) near.observe(section);
window.addEventListener("hashchange", route);
const unfolded = () => Promise.all(all.families.slice(0, PRINTED).map((f) => openFamily(f.number)));
async function printed() {
  await unfolded();
  window.print();
}
window.addEventListener("beforeprint", () => {
  if (reader.open) return;
  unfolded();
  for (const d of document.querySelectorAll("details.timeline, details.audit")) { d.open = true; d.fill?.(); }
});
refilter();
if (location.hash) route();
