/* A family with its tables, its timeline and its lost originals; what is alike but not derived; the credit audit. */

// ---------------------------------------------------------------- a family

function familyTitle(f) {
  const source = f.sources[0] || f.documents[0];
  return nameLink(source, true);
}
function period(f) {
  const dated = f.documents.filter((id) => names[id].at !== null).sort((a, b) => names[a].at - names[b].at);
  if (!dated.length) return "";
  const day = (id) => names[id].published.split(",")[0];
  const first = day(dated[0]), last = day(dated[dated.length - 1]);
  return first === last ? first : `${first} – ${last}`;
}
function skeleton(f) {
  const edges = edgesOf.get(f.number);
  const silent = edges.filter((e) => e.uncredited).length;
  const altered = edges.reduce((sum, e) => sum + e.changes, 0);
  const languages = new Set(f.documents.map((id) => names[id].language).filter(Boolean));
  return h("section", { class: "family", id: "family-" + f.number, "aria-labelledby": `family-${f.number}-title` },
    h("header", {},
      h("p", { class: "kicker" }, `Family ${f.number}`),
      h("h2", { id: `family-${f.number}-title` }, familyTitle(f)),
      h("p", { class: "facts" },
        [f.sources.length > 0 && !names[f.sources[0]].lost && [names[f.sources[0]].outlet, names[f.sources[0]].published].filter(Boolean).join(", "),
          count(f.documents.length, "article"), count(edges.length, "derivation"),
          languages.size > 1 && count(languages.size, "language"), period(f)].filter(Boolean).join(" · "),
        silent > 0 && [" · ", h("span", { class: "credit no" }, `${silent} uncredited`)],
        altered > 0 && ` · ${count(altered, "altered fact")}`)),
    h("div", { class: "inside" }, h("p", { class: "waiting" }, "opening …")));
}
const done = new Set();
async function openFamily(number) {
  const f = familyOf.get(number);
  if (!f || done.has(number)) return;
  done.add(number);
  const section = document.getElementById("family-" + number);
  const inside = section.querySelector(".inside");
  const details = await block("family-" + number);
  section.classList.add("open");
  inside.replaceChildren(
    graph(details, f),
    timeline(f) || "",
    derivations(f, details),
    credits(f) || "",
    altered(f, details) || "",
    ...lostTexts(f, details),
    likenesses(details.alike.length, () => details.alike, "Alike, but not derived") || "");
  for (const watch of watchers) watch();
}

const FIRST = 200;
/* Fills a holder with the first items that `keep` lets through, anew whenever the filters change; returns a button for more. */
function growing(holder, items, make, keep = () => true) {
  const made = new Map();
  const node = (item) => made.get(item) || made.set(item, make(item)).get(item);
  let most = FIRST;
  const more = h("button", { type: "button", class: "quiet more", onclick: () => { most += FIRST; draw(); } });
  function draw() {
    const fitting = items.filter(keep);
    holder.replaceChildren(...fitting.slice(0, most).map(node));
    const left = fitting.length - most;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(FIRST, left).toLocaleString("en")} more of ${left.toLocaleString("en")}`;
  }
  watchers.add(draw);
  draw();
  return more;
}
function table(className, caption, heads, items, make, keep) {
  const body = h("tbody", {});
  const row = (item) => {
    const made = make(item);
    [...made.cells].forEach((cell, n) => cell.setAttribute("data-label", heads[n][0]));
    return made;
  };
  return h("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": caption },
    h("table", { class: className }, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, heads.map(([text, cls]) => h("th", { scope: "col", class: cls }, text)))), body),
    growing(body, items, row, keep));
}
function party(id) {
  const d = names[id];
  return [nameLink(id), h("span", { class: "about" }, d && !d.lost ? [d.outlet || id, d.published].filter(Boolean).join(" · ") : about(id))];
}
/* From the originals on: nearer ones first, then earlier ones. */
function inOrder(edges) {
  const depth = new Map();
  for (let round = 0, grown = true; grown && round < 200; round++) {
    grown = false;
    for (const e of edges) {
      const deep = (depth.get(e.source) || 0) + 1;
      if (deep > (depth.get(e.target) || 0)) { depth.set(e.target, deep); grown = true; }
    }
  }
  const rank = (e) => [depth.get(e.target) || 0, names[e.target]?.at ?? Infinity, e.second ? 1 : 0];
  return [...edges].sort((a, b) => { const [x, y] = [rank(a), rank(b)]; return x[0] - y[0] || (x[1] === y[1] ? 0 : x[1] - y[1]) || x[2] - y[2]; });
}
function derivations(f, details) {
  const edges = inOrder(edgesOf.get(f.number));
  if (!edges.length) return null;
  const row = (e) => h("tr", { class: kindClass(e.kind) },
    h("td", { class: "party" }, party(e.target)),
    h("td", {}, kindChip(e.kind), e.second && h("span", { class: "second" }, "second source")),
    h("td", { class: "party" }, party(e.source)),
    h("td", { class: "number" }, bar(e.share)),
    h("td", {}, creditMark(e)),
    h("td", { title: (details.edges[e.anchor]?.reasons || []).map((r) => r.text).join("\n") }, sureness(e)),
    h("td", {}, h("a", { class: "read", href: "#" + e.anchor, "aria-label": `Read side by side: ${names[e.target].title}` }, "Read side by side")));
  return table("derivations", "Who took from whom", [["Article"], ["is a"], ["of"], ["Share of it", "number"], ["Source named"], ["Confidence"], ["Passages"]], edges, row, accepted);
}
/* The credit audit of one family: how many name their source, and each that does not. */
function credits(f) {
  const edges = edgesOf.get(f.number);
  const silent = edges.filter((e) => e.uncredited).sort((a, b) => b.share * names[b.target].words - a.share * names[a.target].words);
  if (!edges.length) return null;
  const named = edges.filter((e) => e.credited).length, own = edges.length - named - silent.length;
  const item = (e) => h("li", {}, h("a", { href: "#" + e.anchor }, h("bdi", {}, shortName(e.target))), " took ",
    h("span", { class: "figure" }, percent(e.share)), ` of its ${count(names[e.target].words, "word")} from `, h("bdi", {}, shortName(e.source)));
  const list = h("ul", {});
  return h("section", { class: "credits" }, h("h3", {}, "Credit audit"),
    h("p", { class: "facts" }, `Of ${count(edges.length, "derivation")} ${named.toLocaleString("en")} ${named === 1 ? "names its" : "name their"} source`,
      own > 0 && `, ${own.toLocaleString("en")} ${own === 1 ? "stays" : "stay"} within one outlet`,
      silent.length ? [" and ", h("span", { class: "credit no" }, `${silent.length.toLocaleString("en")} ${silent.length === 1 ? "does" : "do"} not`), ":"] : "."),
    silent.length > 0 && [list, growing(list, silent, item, accepted)]);
}
function altered(f, details) {
  const changes = edgesOf.get(f.number).flatMap((e) => (details.edges[e.anchor]?.changes || []).map((c) => [e, c]));
  const row = ([e, c]) => h("tr", {},
    h("td", {}, h("span", { class: "what" }, c.what)),
    h("td", {}, c.from ? h("del", foreign(e.source), c.from) : h("span", { class: "none" }, "not there")),
    h("td", {}, c.to ? h("ins", foreign(e.target), c.to) : h("span", { class: "none" }, c.what === "credit" ? "dropped" : "gone")),
    h("td", {}, h("a", { href: "#" + e.anchor, title: `${names[e.target].title}: read side by side` }, h("bdi", {}, shortName(e.target)))));
  return changes.length > 0 && table("altered", "What was altered on the way", [["What"], ["In the source"], ["Became"], ["In the article"]], changes, row, ([e]) => accepted(e));
}
function lostTexts(f, details) {
  return f.lost.map((id) => h("article", { class: "lost-text" },
    h("h3", {}, nameLink(id)),
    h("p", { class: "about" }, `Nobody has this article. What follows is put together from ${count(names[id].witnesses.length, "witness", "witnesses")}; that it existed is ${names[id].sure} (${chance(names[id].confidence)}).`),
    reconstructed(details.lost[id])));
}
function reconstructed(lost) {
  if (!lost || !lost.sentences.length) return h("p", { class: "none" }, "Nothing of its wording could be put together.");
  return h("ol", { class: "reconstructed" }, lost.sentences.map((line) =>
    h("li", { class: line.confidence >= 0.85 ? "firm" : line.confidence >= 0.6 ? "fair" : "faint" },
      h("span", { ...foreign(line.witnesses[0]), class: "wording" }, line.text),
      h("span", { class: "witnesses" },
        line.witnesses.map((w) => h("a", { href: "#" + (names[w] ? names[w].anchor : ""), title: names[w] ? names[w].title : w }, names[w]?.outlet || w)),
        h("span", { class: "figure" }, chance(line.confidence))))));
}

// ---------------------------------------------------------------- timeline

function timeline(f) {
  const dated = f.documents.filter((id) => names[id].at !== null).sort((a, b) => names[a].at - names[b].at || (a < b ? -1 : 1));
  if (dated.length < 3 || 2 * dated.length < f.documents.length) return null;
  const kind = new Map(edgesOf.get(f.number).filter((e) => !e.second).map((e) => [e.target, e]));
  const start = names[dated[0]].at;
  const later = (id) => {
    const minutes = names[id].at - start;
    if (!names[id].published.includes(",")) return names[id].published;
    if (minutes < 60) return `+${minutes} min`;
    const hours = Math.round(minutes / 60);
    return hours < 48 ? `+${hours} h` : `+${Math.round(hours / 24)} days`;
  };
  const item = (id, n) => {
    const e = kind.get(id);
    return h("li", { class: e ? kindClass(e.kind) : f.sources.includes(id) ? "origin" : "apart" },
      h("span", { class: "when" }, n === 0 ? names[id].published : later(id)),
      h("i", { class: "dot" }),
      h("span", { class: "who" }, h("a", { href: "#" + names[id].anchor, title: names[id].title }, names[id].outlet || names[id].title),
        h("span", { class: "about" }, e ? e.kind : f.sources.includes(id) ? "original" : "")));
  };
  const list = h("ol", { tabindex: 0 });
  const box = h("details", { class: "timeline", open: dated.length <= 24 }, h("summary", {}, "In order of publication"), list);
  box.fill = () => { if (box.open && !list.children.length) list.append(...dated.map(item)); };
  box.addEventListener("toggle", box.fill);
  box.fill();
  return box;
}

// ---------------------------------------------------------------- other likenesses, loose articles, credit audit

function likenesses(total, list, caption) {
  if (!total) return null;
  const row = (m) => h("tr", {},
    h("td", { class: "party" }, party(m.left)),
    h("td", { class: "party" }, party(m.right)),
    h("td", {}, h("span", { class: "chip plain" }, m.relation)),
    h("td", { class: "number" }, h("span", { class: "figure" }, count(m.run, "word"))),
    h("td", {}, sureness(m)),
    h("td", {}, h("a", { class: "read", href: "#" + m.anchor, "aria-label": `Read side by side: ${names[m.left].title}` }, "Read")));
  const box = h("details", { class: "likenesses" }, h("summary", {}, `${caption} (${total.toLocaleString("en")})`));
  box.addEventListener("toggle", async () => {
    if (!box.open || box.children.length > 1) return;
    const note = h("p", { class: "about" }, "Shared wording or the same event, without a sign that one took from the other. The number says how likely wording or telling was taken over at all, by either or by both from one source.");
    box.append(note);
    const matches = await list();
    note.after(table("others", caption, [["Article"], ["and article"], ["Relation"], ["Longest run", "number"], ["Taken over"], ["Passages"]], matches, row));
  });
  return box;
}
function loose() {
  const ids = Object.keys(all.documents).filter((id) => names[id].family === null);
  if (!ids.length) return null;
  const box = h("details", { class: "loose", id: "loose", open: ids.length <= 30 }, h("summary", {}, `Articles without a derivation (${ids.length.toLocaleString("en")})`));
  const item = (id) => h("li", { id: names[id].anchor }, h("span", { class: "title", ...foreign(id) }, names[id].title), h("span", { class: "about" }, about(id)));
  const open = () => { if (box.open && box.children.length === 1) box.append(h("ul", {}, ids.map(item))); };
  box.addEventListener("toggle", open);
  open();
  return box;
}
function audit() {
  const takers = grouped(all.edges, (e) => names[e.target]?.outlet || "outlet unknown");
  if (!all.edges.length) return null;
  const rows = [...takers].map(([outlet, edges]) => ({
    outlet, edges, silent: edges.filter((e) => e.uncredited), named: edges.filter((e) => e.credited),
  })).sort((a, b) => b.silent.length - a.silent.length || b.edges.length - a.edges.length || (a.outlet < b.outlet ? -1 : 1));
  /* Whom it took from without credit: each source once, with how often, leading to the greatest of these. */
  const from = (silent) => {
    const sources = [...grouped([...silent].sort((a, b) => b.share - a.share), (e) => shortName(e.source))].sort((a, b) => b[1].length - a[1].length);
    return [sources.slice(0, 4).map(([name, edges], n) => [n > 0 && ", ", h("a", { class: "read", href: "#" + edges[0].anchor, title: names[edges[0].target].title }, h("bdi", {}, name)),
      edges.length > 1 && ` (${edges.length.toLocaleString("en")})`]), sources.length > 4 && ` and ${sources.length - 4} more`];
  };
  const mean = (edges) => edges.reduce((sum, e) => sum + e.share, 0) / edges.length;
  const row = (r) => h("tr", {},
    h("td", { class: "party" }, h("bdi", {}, r.outlet)),
    h("td", { class: "number" }, String(r.edges.length)),
    h("td", { class: "number" }, String(r.named.length)),
    h("td", { class: "number" }, r.silent.length ? h("span", { class: "credit no" }, String(r.silent.length)) : "0"),
    h("td", { class: "number" }, bar(mean(r.edges))),
    h("td", {}, from(r.silent)));
  const box = h("details", { class: "audit", id: "audit" }, h("summary", {}, "Credit audit by outlet: which took, and whether it said so"));
  box.fill = () => {
    if (box.open && box.children.length === 1)
      box.append(table("audit", "Credit audit by outlet", [["Outlet"], ["Took from others", "number"], ["with credit", "number"], ["without", "number"], ["Share taken, on average", "number"], ["Without credit, from"]], rows, row));
  };
  box.addEventListener("toggle", box.fill);
  return box;
}
