/* Texts with their marks: passages, differing words, altered facts, credits, furniture. */

// ---------------------------------------------------------------- texts with marks

const HUES = 8;
/* Scripts that put no space between words are cut by the browser's own dictionary, where it has one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;
const words = (text) => segmenter && unspaced.test(text)
  ? Array.from(segmenter.segment(text), (piece) => piece.segment)
  : text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) || [];
const isWord = (token) => /[\p{L}\p{N}]/u.test(token);
const plain = (token) => token.normalize("NFKC").toLowerCase();

/* Words that only one side of an edited passage has, as [start, end) within each side; longest common subsequence. */
function differing(left, right) {
  const place = (text) => {
    let at = 0;
    return words(text).map((token) => ({ token, at: (at += token.length) - token.length })).filter((w) => isWord(w.token));
  };
  const one = place(left), other = place(right);
  if (one.length * other.length > 400000 || !one.length || !other.length) return [[], []];
  const a = one.map((w) => plain(w.token)), b = other.map((w) => plain(w.token));
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] = a[i] === b[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const only = [[], []];
  const note = (side, w) => {
    const spans = only[side], last = spans[spans.length - 1];
    const text = side ? right : left;
    if (last && /^[^\p{L}\p{N}]*$/u.test(text.slice(last[1], w.at))) last[1] = w.at + w.token.length;
    else spans.push([w.at, w.at + w.token.length]);
  };
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { i++; j++; }
    else if (j >= b.length || (i < a.length && best[(i + 1) * width + j] >= best[i * width + j + 1])) note(0, one[i++]);
    else note(1, other[j++]);
  }
  const much = [one, other].some((side, n) => only[n].reduce((sum, [a, b]) => sum + b - a, 0) > 0.6 * side.reduce((sum, w) => sum + w.token.length, 0));
  return much ? [[], []] : only;
}

function marksOf(edge, pair, details) {
  const sides = [[], []];
  const texts = pair.map((id) => (details.lost?.[id] || details.texts?.[id] || {}).text || "");
  edge.passages.forEach(([ls, le, rs, re, kind, similarity], n) => {
    sides[0].push({ start: ls, end: le, passage: n, kind, similarity });
    sides[1].push({ start: rs, end: re, passage: n, kind, similarity });
    if (kind === "edited" || (kind === "verbatim" && similarity < 1)) {
      const [one, other] = differing(texts[0].slice(ls, le), texts[1].slice(rs, re));
      for (const [a, b] of one) sides[0].push({ start: ls + a, end: ls + b, differs: true });
      for (const [a, b] of other) sides[1].push({ start: rs + a, end: rs + b, differs: true });
    }
  });
  (edge.changes || []).forEach((c) => c.spans.forEach((span, side) => {
    if (span) sides[side].push({ start: span[0], end: span[1], change: c.what });
  }));
  return [sides, texts];
}

/* One text as paragraphs; stretches of it carry the classes of all marks that lie over them. */
function prose(id, text, marks, extra) {
  if (!text) return h("p", { class: "none" }, "The trace does not hold this text. Make the report from a trace with text.");
  const layers = [...marks];
  for (const [start, end] of extra.furniture || []) layers.push({ start, end, furniture: true });
  for (const [start, end, agency] of extra.credits || []) layers.push({ start, end, credit: agency });
  const cuts = new Set([0, text.length]);
  for (const m of layers) cuts.add(m.start).add(m.end);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cuts.add(at).add(at + 1);
  const at = [...cuts].filter((c) => c >= 0 && c <= text.length).sort((a, b) => a - b);
  layers.sort((a, b) => a.start - b.start || b.end - a.end);
  const box = h("div", { class: "prose", ...foreign(id) });
  const seen = new Set();
  let paragraph = h("p"), active = [], next = 0, dull = true, folded = null;
  const close = () => {
    if (!paragraph.childNodes.length) return;
    if (dull) {
      folded ||= box.appendChild(h("details", { class: "fold" }, h("summary", {}, "site furniture")));
      folded.append(paragraph);
    } else {
      folded = null;
      box.append(paragraph);
    }
    paragraph = h("p");
    dull = true;
  };
  for (let n = 0; n + 1 < at.length; n++) {
    const [start, end] = [at[n], at[n + 1]];
    while (next < layers.length && layers[next].start <= start) active.push(layers[next++]);
    active = active.filter((m) => m.end > start);
    const piece = text.slice(start, end);
    if (piece === "\n") { close(); continue; }
    if (piece.trim() && (!active.some((m) => m.furniture) || active.some((m) => m.passage !== undefined))) dull = false;
    paragraph.append(stretch(piece, active, seen));
  }
  close();
  return box;
}
function stretch(piece, active, seen) {
  if (!active.length) return document.createTextNode(piece);
  const passage = active.find((m) => m.passage !== undefined);
  const node = h(passage ? "mark" : "span", {}, piece);
  for (const m of active) {
    if (m.furniture) node.classList.add("furniture");
    if (m.differs) node.classList.add("differs");
    if (m.credit) { node.classList.add("credited-phrase"); node.title = `names ${m.credit} as the source`; }
    if (m.change) { node.classList.add("changed"); node.title = `altered: ${m.change}`; }
  }
  if (!passage) return node;
  node.classList.add(`hue-${passage.passage % HUES}`, passage.kind);
  node.dataset.passage = passage.passage;
  if (!seen.has(passage.passage)) {
    seen.add(passage.passage);
    node.classList.add("first");
    fill(node, { tabindex: 0, role: "button", "aria-label": `Passage ${passage.passage + 1}, ${passage.kind}: ${piece}. Show its counterpart.` }, []);
  }
  return node;
}
