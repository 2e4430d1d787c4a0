/* The check page: an article goes to POST /check, and what comes back is shown beside its sources. */

const byId = (id) => document.getElementById(id);
const form = byId("ask"), box = byId("text"), status = byId("status"), result = byId("result"), drop = byId("drop");
const MINE = " mine";
let asked = null;

// ---------------------------------------------------------------- asking

function say(text, alarming) {
  status.className = alarming ? "alarm-note" : "about";
  status.setAttribute("role", alarming ? "alert" : "status");
  status.textContent = text;
}
async function ask(body, type, name) {
  asked?.abort();
  const mine = (asked = new AbortController());
  result.hidden = true;
  form.setAttribute("aria-busy", "true");
  say("Checking …");
  try {
    const place = "/check?texts=true" + (name ? "&name=" + encodeURIComponent([...name].slice(-200).join("")) : "");
    const answer = await fetch(place, { method: "POST", body, headers: { "content-type": type }, signal: mine.signal });
    const found = await answer.json();
    if (!answer.ok) return say(`Not checked: ${found.error}.`, true);
    say("");
    show(found);
  } catch (error) {
    if (error.name !== "AbortError") say("Not checked: the server does not answer. Is it still running?", true);
  } finally {
    if (asked === mine) { asked = null; form.removeAttribute("aria-busy"); }
  }
  return undefined;
}
function askText() {
  const text = box.value;
  if (!text.trim()) { say("There is no article yet: paste one, or choose a file.", true); box.focus(); return; }
  if (/^\s*<(!doctype html|html|head|body|article)/i.test(text)) ask(new Blob([text]), "text/html");
  else ask(JSON.stringify({ text }), "application/json");
}
const TYPES = { html: "text/html", htm: "text/html", xhtml: "application/xhtml+xml", txt: "text/plain", text: "text/plain" };
function askFile(file) {
  if (!file) return;
  const type = TYPES[file.name.split(".").pop().toLowerCase()] || "application/octet-stream";
  box.value = "";
  box.placeholder = `${file.name} (${Math.max(1, Math.round(file.size / 1000)).toLocaleString("en")} kB)`;
  ask(file, type, file.name);
}
form.addEventListener("submit", (event) => { event.preventDefault(); askText(); });
box.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) askText(); });
byId("file").addEventListener("change", (event) => { askFile(event.target.files[0]); event.target.value = ""; });

let inside = 0;
document.addEventListener("dragenter", (event) => { event.preventDefault(); inside++; drop.hidden = false; });
document.addEventListener("dragleave", () => { if (--inside <= 0) { inside = 0; drop.hidden = true; } });
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  inside = 0;
  drop.hidden = true;
  const file = event.dataTransfer.files[0];
  if (!box.disabled && file) return askFile(file);
  const text = event.dataTransfer.getData("text/plain");
  if (!box.disabled && text) { box.value = text; askText(); }
  return undefined;
});

// ---------------------------------------------------------------- the answer

function show(found) {
  for (const id of Object.keys(names)) delete names[id];
  for (const d of found.documents) names[d.id] = d;
  names[MINE] = found.article;
  const text = found.article.text, here = placing(text);
  const extra = {
    furniture: found.article.furniture.map((f) => f.map(here)),
    credits: found.article.credits.map((c) => [...c.span.map(here), c.agency]),
  };
  const article = h("article", { class: "text card", "aria-label": "Your article" });
  const beside = h("div", { class: "beside" });
  const views = { article, beside, found, text, here, extra };
  result.replaceChildren(verdict(found), h("div", { class: found.sources.length ? "pair" : "pair alone" }, article, found.sources.length > 0 && beside));
  overview(views);
  for (const event of ["pointerover", "pointerout"]) result.firstChild.nextSibling.addEventListener(event, (e) => lit(e, event === "pointerover"));
  result.hidden = false;
  result.focus({ preventScroll: true });
  result.scrollIntoView({ block: "start", behavior: calm() });
}
const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function verdict(found) {
  const n = found.sources.length;
  const said = !n ? "Nothing taken over was found"
    : found.relation === "none" ? "Something was taken over" : `${found.relation[0].toUpperCase()}${found.relation.slice(1)}: ${percent(found.share_reused)} is found elsewhere`;
  const figure = (value, name, alarming) => h("div", { class: alarming ? "alarm" : null }, h("dd", {}, value), h("dt", {}, name));
  return h("header", { class: "card verdict" },
    h("h2", { id: "verdict" }, said),
    n > 0
      ? h("p", { class: "about" }, `That it took from there is ${found.sure} (${chance(found.confidence)}).`)
      : h("p", { class: "about" }, "No article of the archive shares enough wording or telling with it."),
    n > 0 && h("dl", { class: "figures" },
      figure(percent(found.share_reused), "reused"),
      figure(percent(found.share_uncredited), "without credit", found.share_uncredited > 0),
      figure(n.toLocaleString("en"), n === 1 ? "source" : "sources"),
      figure(found.changes.length.toLocaleString("en"), found.changes.length === 1 ? "changed fact" : "changed facts", found.changes.length > 0)),
    changed(found));
}
function changed(found) {
  if (!found.changes.length) return null;
  const main = found.changes[0].source;
  return h("section", { class: "changed-facts", "aria-labelledby": "changed" },
    h("h3", { id: "changed" }, "Changed, compared with ", h("bdi", foreign(main), titleOf(main))),
    h("ul", {}, found.changes.map((c) => h("li", {}, h("span", { class: "what" }, c.what), " ",
      c.source_text ? h("del", foreign(c.source), c.source_text) : h("span", { class: "none" }, "nothing"), " → ",
      c.target_text ? h("ins", foreign(MINE), c.target_text) : h("span", { class: "none" }, "gone")))));
}
const titleOf = (id) => (names[id] && names[id].title) || id;
const moment = (published) => (published || "").replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1, $2");
const aboutOf = (id) => [names[id]?.outlet, moment(names[id]?.published), names[id]?.language, names[id]?.title ? id : null].filter(Boolean).join(" · ");

/* The article with each stretch in the colour of the first source that has it, beside the list of sources. */
function overview(views) {
  const { article, beside, found, text, here, extra } = views;
  const marks = [];
  found.sources.forEach((source, n) => {
    for (const p of source.passages)
      for (const [start, end] of uncovered(here(p.left[0]), here(p.left[1]), marks))
        if (isWord(text.slice(start, end))) marks.push({ start, end, passage: n, kind: p.kind });
  });
  painted(views, marks, (n) => `Taken from ${titleOf(found.sources[n].document)}`);
  beside.replaceChildren(
    h("h3", { class: "list-head" }, count(found.sources.length, "source")),
    h("ol", { class: "sources" }, found.sources.map((source, n) => h("li", {}, card(source, n, () => compared(views, n))))));
  article.onclick = (event) => { const m = event.target.closest("mark[data-passage]"); if (m) compared(views, Number(m.dataset.passage)); };
  article.onkeydown = pressed(article);
}
/* The parts of a stretch over which no mark lies yet. */
function uncovered(start, end, marks) {
  let open = [[start, end]];
  for (const m of marks)
    open = open.flatMap(([s, e]) => (m.end <= s || m.start >= e ? [[s, e]] : [[s, m.start], [m.end, e]].filter(([a, b]) => a < b)));
  return open;
}
function painted({ article, found, text, extra }, marks, label) {
  article.replaceChildren(
    h("header", {}, h("p", { class: "kicker" }, "Your article"), found.article.title && h("h3", foreign(MINE), found.article.title),
      h("p", { class: "about" }, [found.article.outlet, found.article.language, count(found.article.words, "word")].filter(Boolean).join(" · "))),
    prose(MINE, text, marks, extra));
  for (const m of article.querySelectorAll("mark.first")) m.setAttribute("aria-label", `${label(Number(m.dataset.passage))}: ${m.textContent}`);
}
const pressed = (node) => (event) => {
  const m = event.target.closest?.("mark[data-passage]");
  if (m && node.contains(m) && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); m.click(); }
};
function card(source, n, open) {
  const id = source.document;
  return h("button", { type: "button", class: `source hue-${n % HUES}`, "data-passage": n, onclick: open },
    h("span", { class: "heading" }, h("i", { class: "swatch" }), h("span", { class: "title", ...foreign(id) }, titleOf(id))),
    h("span", { class: "about" }, aboutOf(id)),
    h("span", { class: "judged" }, kindChip(source.relation), bar(source.share), sureness(source), creditMark(source)));
}
const kindChip = (kind) => h("span", { class: `chip ${kindClass(kind)}` }, h("i", { class: "swatch" }), kind);
const sureness = (item) => h("span", { class: "sure" }, h("span", { class: "words" }, item.sure), " ", h("span", { class: "figure" }, chance(item.confidence)));
const creditMark = (source) => h("span", { class: source.credited ? "credit yes" : "credit no" }, source.credited ? "credited" : "uncredited");

/* The article beside one source, passage by passage. */
function compared(views, n) {
  const { article, beside, found, text, here } = views;
  const source = found.sources[n], id = source.document;
  const other = names[id]?.text || "", there = placing(other);
  const passages = source.passages.map((p) => [...p.left.map(here), ...p.right.map(there), p.kind, p.similarity, p.bits]);
  const changes = found.changes.filter((c) => c.source === id)
    .map((c) => ({ what: c.what, spans: [c.target_span?.map(here) || null, c.source_span?.map(there) || null] }));
  const texts = { [MINE]: { text }, [id]: { text: other } };
  const [sides] = marksOf({ passages, changes }, [MINE, id], { texts });
  painted(views, sides[0], (k) => `Passage ${k + 1}, ${source.passages[k].kind}. Show its counterpart`);
  const column = h("article", { class: "text card", "aria-label": "The source" },
    h("header", {}, h("p", { class: "kicker" }, "Source ", kindChip(source.relation)), h("h3", { tabindex: -1, ...foreign(id) }, titleOf(id)),
      h("p", { class: "about" }, aboutOf(id)),
      h("p", { class: "judged" }, bar(source.share), sureness(source), creditMark(source), within(id))),
    other ? prose(id, other, sides[1], {}) : h("p", { class: "none" }, "Its text is not there any more."));
  const back = h("button", { type: "button", class: "quiet", onclick: () => { overview(views); beside.querySelectorAll(".source")[n]?.focus(); } }, "← All sources");
  beside.replaceChildren(h("div", { class: "list-head" }, back, legend(source.passages)), column);
  const to = (from, k) => {
    for (const c of [article, column]) {
      for (const m of c.querySelectorAll("mark.chosen")) m.classList.remove("chosen", "hot");
      const marks = c.querySelectorAll(`mark[data-passage="${k}"]`);
      for (const m of marks) m.classList.add("chosen", "hot");
      if (marks.length && !c.contains(from)) near(c, marks[0]);
    }
  };
  for (const c of [article, column]) {
    c.onclick = (event) => { const m = event.target.closest("mark[data-passage]"); if (m) to(m, Number(m.dataset.passage)); };
    c.onkeydown = pressed(c);
  }
  column.querySelector("h3").focus({ preventScroll: true });
  if (matchMedia("(max-width: 900px)").matches) article.scrollIntoView({ block: "start", behavior: calm() });
  const first = column.querySelector("mark");
  if (first && first.offsetTop > column.clientHeight) near(column, first);
}
/* A link to where the families show a source, once they are known. */
function within(id) {
  const anchor = names[id]?.anchor || "";
  return familiesShown && /^doc-[A-Za-z0-9._~-]+$/.test(anchor) && h("a", { href: "/families#" + anchor }, "Its family");
}
function near(column, mark) {
  if (column.scrollHeight > column.clientHeight + 4) {
    const move = mark.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
    column.scrollBy({ top: move, behavior: calm() });
  } else mark.scrollIntoView({ block: "center", behavior: calm() });
}
function legend(passages) {
  const says = { verbatim: "verbatim", edited: "edited, differing words underlined", paraphrase: "paraphrased", translation: "translated" };
  const kinds = Object.keys(says).filter((kind) => passages.some((p) => p.kind === kind));
  return h("p", { class: "legend" }, kinds.map((k) => h("span", {}, h("mark", { class: `hue-0 ${k}` }, "abc"), " ", says[k])));
}
function lit(event, on) {
  const n = event.target.closest?.("[data-passage]")?.dataset.passage;
  if (n === undefined) return;
  for (const m of result.querySelectorAll(`[data-passage="${n}"]`)) if (!m.classList.contains("chosen")) m.classList.toggle("hot", on);
}

// ---------------------------------------------------------------- the archive

let familiesShown = false;
const about = () => fetch("/about").then((answer) => answer.json());
function awaitFamilies(told) {
  familiesShown = told.families === "ready";
  if (told.families === "being found") setTimeout(() => about().then(awaitFamilies).catch(() => {}), 5000);
}
about().then((told) => {
  awaitFamilies(told);
  byId("archive").textContent = `Compared with ${told.archive}: ${count(told.documents, "article")}.`;
  if (!told.checks) {
    for (const one of form.elements) one.disabled = true;
    say(told.remarks[0] || "There is nothing to check against.", true);
  }
}).catch(() => {});
