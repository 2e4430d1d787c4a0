/* The reader: two texts side by side, bands between their passages, and why. */

// ---------------------------------------------------------------- reader

const reader = h("dialog", { class: "reader", "aria-labelledby": "reader-title" });
let before = null;
function openReader(...content) {
  reader.replaceChildren(...content);
  if (!reader.open) { before = document.activeElement; reader.showModal(); }
  reader.scrollTop = 0;
  reader.querySelector("h2")?.focus();
}
reader.addEventListener("close", () => {
  if (/^#(edge|match|doc)-/.test(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  if (before && before.isConnected) before.focus();
});
reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
const closer = () => h("button", { type: "button", class: "close", "aria-label": "Close the reader", onclick: () => reader.close() }, "✕");

function column(id, role, body) {
  return h("article", { class: "text" },
    h("header", {}, h("p", { class: "kicker" }, role), h("h3", {}, nameLink(id)), h("p", { class: "about" }, about(id))), body);
}
function reasonsList(all) {
  const reasons = all.filter((r) => r.bits !== 0);
  if (!reasons.length) return null;
  const most = Math.max(...reasons.map((r) => Math.abs(r.bits)), 1);
  return h("ul", { class: "reasons" }, reasons.sort((a, b) => b.bits - a.bits).map((r) =>
    h("li", { class: r.bits < 0 ? "against" : "for" }, h("span", { class: "bits" }, signed(r.bits)),
      h("span", { class: "why" }, r.text || r.signal), bar(Math.abs(r.bits) / most, " "))));
}
function why(e, item, details) {
  const others = item.alternatives || [];
  return h("section", {}, h("h3", {}, "Why this source"),
    reasonsList(item.reasons) || h("p", { class: "none" }, "No reasons were recorded."),
    h("p", { class: "about" }, "Each signal in bits: +1 doubles the odds, −1 halves them."),
    others.length > 0 && [h("h3", {}, "And not another one"),
      h("ul", { class: "alternatives" },
        h("li", { class: "chosen" }, h("span", {}, shortName(e.source), " "), bar(e.confidence, chance(e.confidence))),
        others.map((o) => h("li", {}, nameLink(o.source), " ",
          h("span", { class: "about" }, names[o.source]?.outlet || "", " ", besides(o.source, e.target, details)), bar(o.confidence, chance(o.confidence)))))]);
}
/* A link to what an article shares with a source that was considered for it. */
function besides(source, target, details) {
  const edge = all.edges.find((e) => e.source === source && e.target === target);
  const alike = details.alike.find((m) => (m.left === source && m.right === target) || (m.left === target && m.right === source));
  const anchor = edge?.anchor || alike?.anchor;
  return anchor && h("a", { class: "read", href: "#" + anchor }, "read side by side");
}
function changesList(changes, e) {
  if (!changes || !changes.length) return null;
  return h("section", {}, h("h3", {}, "What was altered"), h("ul", { class: "changes" }, changes.map((c) =>
    h("li", {}, h("span", { class: "what" }, c.what), " ",
      c.from ? h("del", foreign(e.source), c.from) : h("span", { class: "none" }, "nothing"), " → ",
      c.to ? h("ins", foreign(e.target), c.to) : h("span", { class: "none" }, "gone")))));
}
function passageList(passages, go) {
  const plural = count(passages.length, "passage");
  return h("section", { class: "listed" }, h("h3", {}, plural), h("ol", { class: "passages" }, passages.map((p, n) =>
    h("li", {}, h("button", { type: "button", class: `passage hue-${n % HUES} ${p[4]}`, "data-passage": n, onclick: () => go(n) },
      h("i", { class: "swatch" }), `${p[4]}, ${percent(p[5])} alike`)))));
}
function legend(passages) {
  const kinds = [...new Set(passages.map((p) => p[4]))];
  const says = { verbatim: "verbatim", edited: "edited, differing words underlined", paraphrase: "paraphrased", translation: "translated" };
  return h("p", { class: "legend" }, kinds.map((k) => h("span", {}, h("mark", { class: `hue-0 ${k}` }, "abc"), " ", says[k])),
    h("span", {}, h("span", { class: "credited-phrase" }, "abc"), " credit"), h("span", {}, h("span", { class: "changed" }, "abc"), " altered fact"));
}

function sideBySide(head, pair, roles, item, details, aside) {
  const [sides, texts] = marksOf(item, pair, details);
  const columns = pair.map((id, n) => column(id, roles[n], prose(id, texts[n], sides[n], details.texts?.[id] || {})));
  const bands = s("svg", { class: "bands", "aria-hidden": "true" });
  const both = h("div", { class: "both" }, columns[0], bands, columns[1]);
  let current = -1;
  const light = (n, on) => { for (const m of reader.querySelectorAll(`[data-passage="${n}"]`)) m.classList.toggle("hot", on); };
  function go(n, from) {
    if (current >= 0) light(current, false);
    current = (n + item.passages.length) % item.passages.length;
    light(current, true);
    columns.forEach((c) => {
      const target = c.querySelector(`mark[data-passage="${current}"]`);
      if (target && !c.contains(from)) bringIntoView(c, target);
    });
    if (!from) columns[0].querySelector(`mark[data-passage="${current}"].first`)?.focus({ preventScroll: true });
  }
  function bringIntoView(c, target) {
    if (c.scrollHeight > c.clientHeight + 4) {
      const move = target.getBoundingClientRect().top - c.getBoundingClientRect().top - c.clientHeight / 3;
      c.scrollBy({ top: move, behavior: calm() });
    } else target.scrollIntoView({ block: "center", behavior: calm() });
  }
  const over = (event) => event.target.closest?.("[data-passage]")?.dataset.passage;
  both.addEventListener("pointerover", (event) => { const n = over(event); if (n !== undefined) light(n, true); });
  both.addEventListener("pointerout", (event) => { const n = over(event); if (n !== undefined && Number(n) !== current) light(n, false); });
  both.addEventListener("click", (event) => { const m = event.target.closest("mark[data-passage]"); if (m) go(Number(m.dataset.passage), m); });
  both.addEventListener("keydown", (event) => {
    const m = event.target.closest?.("mark[data-passage]");
    if (m && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); go(Number(m.dataset.passage), m); }
  });
  openReader(
    h("header", { class: "bar-top" }, head, closer()),
    h("div", { class: "stage" }, both, h("aside", {}, aside, item.passages.length > 0 && passageList(item.passages, go), legend(item.passages))));
  const draw = () => ribbons(bands, columns, item.passages.length);
  columns.forEach((c) => c.addEventListener("scroll", draw, { passive: true }));
  for (const fold of both.querySelectorAll("details")) fold.addEventListener("toggle", draw);
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(both);
  const first = item.passages.length ? columns.map((c) => c.querySelector("mark")) : [];
  first.forEach((m, n) => { if (m && m.offsetTop > columns[n].clientHeight) bringIntoView(columns[n], m); });
}
const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

/* Bands between the columns, from each passage to its counterpart. */
function ribbons(svg, columns, total) {
  const box = svg.getBoundingClientRect();
  svg.replaceChildren();
  if (!box.width) return;
  const extent = (c, n) => {
    const marks = c.querySelectorAll(`mark[data-passage="${n}"]`);
    if (!marks.length) return null;
    const frame = c.getBoundingClientRect();
    const top = marks[0].getBoundingClientRect().top, bottom = marks[marks.length - 1].getBoundingClientRect().bottom;
    if (bottom < frame.top || top > frame.bottom) return null;
    return [Math.max(top, frame.top) - box.top, Math.min(bottom, frame.bottom) - box.top];
  };
  for (let n = 0; n < total; n++) {
    const [l, r] = columns.map((c) => extent(c, n));
    if (!l || !r) continue;
    const w = box.width, m = w / 2;
    svg.append(s("path", { class: `hue-${n % HUES}`, "data-passage": n,
      d: `M0 ${l[0]}C${m} ${l[0]} ${m} ${r[0]} ${w} ${r[0]}V${r[1]}C${m} ${r[1]} ${m} ${l[1]} 0 ${l[1]}Z` }));
  }
}

async function showEdge(anchor) {
  const e = edgeOf.get(anchor);
  const details = await block("family-" + e.family);
  const item = details.edges[anchor];
  const shown = item.beside || e.source;
  const share = `${percent(e.share)} of the text comes from there`;
  const head = h("div", {}, h("p", { class: "kicker" }, kindChip(e.kind), e.second && " second source"),
    h("h2", { id: "reader-title", tabindex: -1 }, h("bdi", {}, shortName(e.target)), e.kind === "version" ? " updated " : " took from ", h("bdi", {}, shortName(e.source))),
    h("p", { class: "verdict" }, share, " · ", sureness(e), " · ", creditMark(e)));
  const beside = item.beside && h("p", { class: "note" }, "The original is lost; its text is not known here. Shown beside another witness.");
  const roles = [item.beside ? "Another witness" : names[e.source]?.lost ? "Lost original, as put together" : "Source", "Took from it"];
  sideBySide(head, [shown, e.target], roles, item, details, [beside, changesList(item.changes, e), why(e, item, details)]);
}
function showMatch(m) {
  const head = h("div", {}, h("p", { class: "kicker" }, h("span", { class: "chip plain" }, m.relation)),
    h("h2", { id: "reader-title", tabindex: -1 }, "Alike: ", h("bdi", {}, shortName(m.left)), " and ", h("bdi", {}, shortName(m.right))),
    h("p", { class: "verdict" }, `${percent(m.shares[0])} of the left, ${percent(m.shares[1])} of the right · taken over at all: `, sureness(m)));
  sideBySide(head, [m.left, m.right], ["Article", "Article"], m, m.details, m.reasons.length > 0 && h("section", {}, h("h3", {}, "Why"), reasonsList(m.reasons)));
}
async function showDocument(id) {
  const d = names[id];
  const number = d.lost ? homeOfLost.get(id) : d.family;
  if (number === null || number === undefined) {
    const box = document.getElementById("loose");
    if (box) box.open = true;
    requestAnimationFrame(() => document.getElementById(d.anchor)?.scrollIntoView({ block: "center" }));
    return;
  }
  const details = await block("family-" + number);
  const edges = edgesOf.get(number);
  const links = (list, end) => h("ul", { class: "links" }, list.map((e) => h("li", {}, kindChip(e.kind), h("a", { href: "#" + e.anchor }, h("span", foreign(e[end]), names[e[end]]?.title || e[end])), h("span", { class: "about" }, `${names[e[end]]?.outlet || ""} ${percent(e.share)}, ${e.sure}`))));
  const took = edges.filter((e) => e.target === id), gave = edges.filter((e) => e.source === id);
  const text = details.texts[id];
  const body = d.lost ? reconstructed(details.lost[id]) : prose(id, text.text, [], text);
  const credits = (d.credits || []).length > 0 && h("p", {}, "Names as its source: ", h("b", {}, d.credits.join(", ")), ".");
  openReader(
    h("header", { class: "bar-top" }, h("div", {}, h("p", { class: "kicker" }, d.lost ? "Lost original" : `Article of family ${number}`), h("h2", { id: "reader-title", tabindex: -1, ...foreign(id) }, d.title), h("p", { class: "verdict" }, about(id))), closer()),
    h("div", { class: "stage single" }, h("article", { class: "text" }, body),
      h("aside", {}, credits,
        took.length > 0 && h("section", {}, h("h3", {}, "Took from"), links(took, "source")),
        gave.length > 0 && h("section", {}, h("h3", {}, `${count(gave.length, "article")} took from it`), links(gave, "target")))));
}
