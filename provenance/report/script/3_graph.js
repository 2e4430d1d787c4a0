/* The derivation graph: copied shape by shape from its drawing, then panned, zoomed and dimmed. */

// ---------------------------------------------------------------- graph

const SHAPES = new Set(["svg", "g", "path", "polygon", "polyline", "ellipse", "text", "a"]);
const LOOKS = new Set(["class", "d", "points", "fill", "stroke", "stroke-width", "stroke-dasharray", "transform", "viewBox",
  "x", "y", "cx", "cy", "rx", "ry", "text-anchor", "font-family", "font-weight", "font-size"]);

/* Copies a drawing shape by shape, so that nothing but shapes, labels and links within the page comes over. */
function drawn(node, details) {
  if (node.nodeType === Node.TEXT_NODE) return node.parentNode.localName === "text" ? document.createTextNode(node.data) : null;
  if (node.nodeType !== Node.ELEMENT_NODE || !SHAPES.has(node.localName)) return null;
  const copy = s(node.localName);
  for (const { name, value } of node.attributes) if (LOOKS.has(name)) copy.setAttribute(name, value);
  if (node.localName === "a") {
    const link = node.getAttributeNS(XLINK, "href") || "";
    if (/^#[A-Za-z0-9._~-]+$/.test(link)) copy.setAttribute("href", link);
    copy.append(s("title", {}, hint(link.slice(1), details) || node.getAttributeNS(XLINK, "title") || ""));
    if (!node.getElementsByTagName("text").length) fill(copy, { tabindex: -1, "aria-hidden": "true" }, []);
  }
  for (const child of node.childNodes) {
    const inner = drawn(child, details);
    if (inner) copy.append(inner);
  }
  return copy;
}
/* What the pointer over a line is told: what it is, how sure, and the strongest reasons. */
function hint(anchor, details) {
  const e = edgeOf.get(anchor);
  if (!e) return null;
  const ends = `${names[e.target].title}: ${e.kind} of ${names[e.source] ? names[e.source].title : e.source}`;
  const reasons = [...(details.edges[anchor]?.reasons || [])].sort((a, b) => b.bits - a.bits).filter((r) => r.bits > 0);
  return [ends, `${percent(e.share)} of it, ${e.sure} (${chance(e.confidence)})${e.uncredited ? ", uncredited" : ""}`,
    ...reasons.slice(0, 3).map((r) => `${signed(r.bits)} bits: ${r.text || r.signal}`)].join("\n");
}

const STOPS = 60;
/* With more links than that a drawing is no place to tab through; the table below it has them all. */

function graph(details, family) {
  const parsed = new DOMParser().parseFromString(details.svg, "image/svg+xml").documentElement;
  const picture = drawn(parsed, details);
  const [left, top, w, hgt] = picture.getAttribute("viewBox").split(/\s+/).map(Number);
  for (const ground of picture.querySelectorAll(":scope > g > polygon")) ground.remove();
  const links = picture.querySelectorAll("a");
  if (links.length > STOPS) for (const link of links) link.setAttribute("tabindex", -1);
  const frame = h("div", { class: "graph", tabindex: 0, role: "group", "aria-label": `Derivation graph of family ${family.number}. The table below says the same. Arrow keys move, plus and minus zoom.` });
  const view = { x: left, y: top, w, h: hgt };
  const show = () => picture.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const scale = () => picture.clientWidth / view.w;
  function fit(whole) {
    const wide = frame.clientWidth || 800;
    const most = Math.max(380, Math.min(760, window.innerHeight * 0.78));
    const broad = Math.min(1.25, wide / w);
    const readable = most / hgt >= 0.75 * broad ? Math.min(broad, most / hgt) : Math.min(broad, 1);
    const zoom = whole ? Math.min(wide / w, most / hgt) : Math.max(readable, wide < 600 ? 0.66 : 0.82);
    const tall = Math.min(hgt * zoom, most);
    picture.style.height = `${Math.ceil(tall)}px`;
    view.w = wide / zoom;
    view.h = tall / zoom;
    view.x = w <= view.w ? left - (view.w - w) / 2 : left;
    view.y = hgt <= view.h ? top - (view.h - hgt) / 2 : startingRow() - view.h / 2;
    if (hgt > view.h) view.y = Math.min(Math.max(view.y, top), top + hgt - view.h);
    show();
  }
  function startingRow() {
    const first = picture.querySelector(".original path, .lost path");
    const box = first && first.getBBox ? first.getBBox() : null;
    const shift = Number((picture.querySelector("g").getAttribute("transform") || "").match(/translate\(\S+ (\S+)\)/)?.[1] || 0);
    return box && box.height ? box.y + box.height / 2 + shift : top + hgt / 2;
  }
  function zoom(factor, cx, cy) {
    const next = Math.min(Math.max(view.w / factor, 120), 6 * Math.max(w, view.w / factor > w * 6 ? w : w));
    const real = view.w / next;
    const px = cx === undefined ? view.x + view.w / 2 : cx;
    const py = cy === undefined ? view.y + view.h / 2 : cy;
    view.x = px - (px - view.x) / real;
    view.y = py - (py - view.y) / real;
    view.w /= real;
    view.h /= real;
    show();
  }
  function move(dx, dy) {
    view.x += dx;
    view.y += dy;
    show();
  }
  const point = (event) => {
    const box = picture.getBoundingClientRect();
    return [view.x + (event.clientX - box.left) / scale(), view.y + (event.clientY - box.top) / scale()];
  };
  let seenWidth = 0;
  const fingers = new Map();
  let dragged = 0;
  picture.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event); dragged = 0; });
  picture.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    if (fingers.size === 2) {
      const other = [...fingers.values()].find((f) => f.pointerId !== event.pointerId);
      const was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
      const is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
      if (was > 8) zoom(is / was, ...point(event));
    } else {
      if ((dragged += Math.abs(dx) + Math.abs(dy)) > 5 && !picture.hasPointerCapture(event.pointerId)) picture.setPointerCapture(event.pointerId);
      move(-dx / scale(), event.pointerType === "touch" ? 0 : -dy / scale());
    }
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) picture.addEventListener(end, (event) => fingers.delete(event.pointerId));
  picture.addEventListener("click", (event) => { if (dragged > 5) { event.preventDefault(); event.stopPropagation(); } }, true);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), ...point(event));
  }, { passive: false });
  const keys = {
    ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => fit(false),
  };
  frame.addEventListener("keydown", (event) => {
    if (event.target !== frame || !keys[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  const tool = (label, sign, act) => h("button", { type: "button", title: label, "aria-label": label, onclick: act }, sign);
  const panel = h("div", { class: "graph-panel" }, frame, h("div", { class: "tools" },
    h("span", { class: "about" }, "Click a line for its passages, an article for its text. Drag to move, Ctrl and wheel to zoom."),
    tool("Zoom in", "+", () => zoom(1.3)), tool("Zoom out", "−", () => zoom(1 / 1.3)),
    tool("Show the whole graph", "⤢", () => fit(true)), tool("1:1, readable size", "1:1", () => fit(false))));
  const dim = () => {
    const kept = new Set();
    for (const part of picture.querySelectorAll("g.edge")) {
      const e = edgeOf.get((part.querySelector("a")?.getAttribute("href") || "#").slice(1));
      if (!e) continue;
      const on = accepted(e);
      part.classList.toggle("off", !on);
      if (on) kept.add(names[e.source]?.anchor).add(names[e.target]?.anchor);
    }
    const any = filtered();
    for (const part of picture.querySelectorAll("g.node")) {
      const anchor = (part.querySelector("a")?.getAttribute("href") || "#").slice(1);
      part.classList.toggle("off", Boolean(any) && idOf.has(anchor) && !kept.has(anchor));
    }
  };
  frame.append(picture);
  watchers.add(dim);
  window.addEventListener("beforeprint", () => { Object.assign(view, { x: left, y: top, w, h: hgt }); show(); });
  window.addEventListener("afterprint", () => fit(false));
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (frame.clientWidth === seenWidth) return;
    seenWidth = frame.clientWidth;
    fit(false);
  })).observe(frame);
  dim();
  return panel;
}
