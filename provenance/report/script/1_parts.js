/* The embedded blocks of JSON, and the small parts that every view uses. */

const XLINK = "http://www.w3.org/1999/xlink";

// ---------------------------------------------------------------- blocks of JSON

const opened = new Map();
async function block(name) {
  if (!opened.has(name)) opened.set(name, read(name));
  return opened.get(name);
}
async function read(name) {
  const node = document.getElementById("block-" + name);
  const value = JSON.parse(node.textContent);
  node.remove();
  if (node.dataset.packed !== "gzip") return value;
  const bytes = Uint8Array.from(atob(value), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

const page = document.getElementById("page");
const all = JSON.parse(document.getElementById("block-overview").textContent);
const names = Object.assign(Object.create(null), all.documents, all.lost);
const edgeOf = new Map(all.edges.map((e) => [e.anchor, e]));
const idOf = new Map(Object.entries(names).map(([id, d]) => [d.anchor, id]));
const familyOf = new Map(all.families.map((f) => [f.number, f]));
const edgesOf = Map.groupBy ? Map.groupBy(all.edges, (e) => e.family) : grouped(all.edges, (e) => e.family);
function grouped(values, key) {
  const groups = new Map();
  for (const v of values) (groups.get(key(v)) || groups.set(key(v), []).get(key(v))).push(v);
  return groups;
}
for (const f of all.families) if (!edgesOf.has(f.number)) edgesOf.set(f.number, []);
const homeOfLost = new Map(all.families.flatMap((f) => f.lost.map((id) => [id, f.number])));

/* What is known of two articles that are alike but not derived, by their anchor: "match-", one's name, "--", the other's. */
async function likenessOf(anchor) {
  const [left, right] = anchor.replace(/^match-/, "").split("--").map((slug) => idOf.get("doc-" + slug));
  if (!anchor.startsWith("match-") || left === undefined || right === undefined) return null;
  const homes = [names[left].family, names[right].family];
  if (homes[0] !== null && homes[0] === homes[1]) {
    const details = await block("family-" + homes[0]);
    const m = details.alike.find((one) => one.anchor === anchor);
    return m && { ...m, details };
  }
  const m = (await block("apart")).alike.find((one) => one.anchor === anchor);
  if (!m) return null;
  const own = await block(m.block);
  const texts = Object.assign(Object.create(null), own.texts);
  for (const home of homes) if (home !== null) Object.assign(texts, (await block("family-" + home)).texts);
  return { ...m, ...own.alike[anchor], details: { texts } };
}

// ---------------------------------------------------------------- parts used everywhere

function nameLink(id, plain) {
  const d = names[id];
  if (!d) return h("span", {}, id);
  const title = h("span", { class: "title", ...foreign(id) }, d.title);
  return plain ? title : h("a", { href: "#" + d.anchor, class: d.lost ? "name lost-name" : "name" }, title);
}
function about(id) {
  const d = names[id];
  if (!d) return "";
  if (d.lost) return `known by ${count(d.witnesses.length, "witness", "witnesses")}, ${d.sure} (${chance(d.confidence)})`;
  return [d.outlet || id, d.published, d.language, count(d.words, "word")].filter(Boolean).join(" · ");
}
/* An article by its outlet where that is known, else by its title in quotation marks. */
function shortName(id) {
  const d = names[id];
  if (!d) return id;
  if (d.lost) return "the " + d.title.replace(/^Lost/, "lost");
  return d.outlet || `“${d.title}”`;
}
const kindChip = (kind) => h("span", { class: `chip ${kindClass(kind)}` }, h("i", { class: "swatch" }), kind);
function creditMark(edge) {
  if (edge.credited) return h("span", { class: "credit yes" }, "credited");
  return edge.uncredited
    ? h("span", { class: "credit no" }, "uncredited")
    : h("span", { class: "credit own" }, "same outlet");
}
const sureness = (item) =>
  h("span", { class: "sure" }, h("span", { class: "words" }, item.sure), " ", h("span", { class: "figure" }, chance(item.confidence)));
function bar(share, label) {
  const box = s("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" });
  box.append(s("rect", { class: "track", width: 100, height: 6, rx: 3 }), s("rect", { class: "level", width: Math.max(1, 100 * share), height: 6, rx: 3 }));
  return h("span", { class: "share" }, h("span", { class: "figure" }, label || percent(share)), box);
}
