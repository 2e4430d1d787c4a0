"use strict";
(() => {
  /* Text of articles reaches the page only as text nodes and attribute values made here; nothing is parsed as HTML. */

  const SVG = "http://www.w3.org/2000/svg";
  const XLINK = "http://www.w3.org/1999/xlink";

  // ---------------------------------------------------------------- small builders

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
  const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  const percent = (share) =>
    share >= 0.995 && share < 1 ? ">99 %" : share > 0 && share < 0.005 ? "<1 %" : `${Math.round(100 * share)} %`;
  const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
  const kindClass = (kind) => "kind-" + kind.replaceAll(" ", "-");
  const language = (tag) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag || "") ? tag : null);
  const foreign = (id) => ({ lang: language(names[id] && names[id].language), dir: "auto" });

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
  const names = { ...all.documents, ...all.lost };
  const edgeOf = new Map(all.edges.map((e) => [e.anchor, e]));
  const otherOf = new Map(all.others.map((m) => [m.anchor, m]));
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
  const kindChip = (kind) => h("span", { class: `chip ${kindClass(kind)}` }, h("i", { class: "swatch" }), kind);
  function creditMark(edge) {
    if (edge.credited) return h("span", { class: "credit yes" }, "credited");
    return edge.uncredited
      ? h("span", { class: "credit no" }, "uncredited")
      : h("span", { class: "credit own" }, "same outlet");
  }
  const chance = (confidence) => (confidence >= 0.995 ? ">0.99" : confidence.toFixed(2));
  const sureness = (item) =>
    h("span", { class: "sure" }, h("span", { class: "words" }, item.sure), " ", h("span", { class: "figure" }, chance(item.confidence)));
  function bar(share, label) {
    const box = s("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" });
    box.append(s("rect", { class: "track", width: 100, height: 6, rx: 3 }), s("rect", { class: "level", width: Math.max(1, 100 * share), height: 6, rx: 3 }));
    return h("span", { class: "share" }, h("span", { class: "figure" }, label || percent(share)), box);
  }

  // ---------------------------------------------------------------- filters

  const chosen = { kinds: new Set(all.kinds), credited: "", outlet: "", language: "", sure: 0, words: "" };
  function accepted(e) {
    const ends = [names[e.source], names[e.target]];
    return (
      chosen.kinds.has(e.kind) &&
      e.confidence >= chosen.sure &&
      (chosen.credited === "" || (chosen.credited === "yes" ? e.credited : e.uncredited)) &&
      (chosen.outlet === "" || ends.some((d) => d && d.outlet === chosen.outlet)) &&
      (chosen.language === "" || ends.some((d) => d && d.language === chosen.language)) &&
      (chosen.words === "" || ends.some((d) => d && (d.title + " " + d.outlet).toLowerCase().includes(chosen.words)))
    );
  }
  const watchers = new Set();
  let pending = 0;
  function refilter() {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      let shown = 0;
      for (const f of all.families) {
        const kept = edgesOf.get(f.number).filter(accepted).length;
        shown += kept;
        const section = document.getElementById("family-" + f.number);
        if (section) section.hidden = edgesOf.get(f.number).length > 0 ? kept === 0 : filtered();
      }
      for (const watch of watchers) watch();
      tally.textContent = filtered()
        ? `${count(shown, "derivation")} of ${all.edges.length.toLocaleString("en")} shown`
        : `all ${count(all.edges.length, "derivation")} shown`;
    });
  }
  const filtered = () =>
    chosen.kinds.size < all.kinds.length || chosen.sure > 0 || chosen.credited || chosen.outlet || chosen.language || chosen.words;
  const tally = h("output", { class: "tally", "aria-live": "polite" });

  function select(label, key, values, first) {
    const options = [h("option", { value: "" }, first), ...values.map(([value, text]) => h("option", { value }, text))];
    return h("label", {}, h("span", {}, label),
      h("select", { onchange: (event) => { chosen[key] = event.target.value; refilter(); } }, options));
  }
  function filters() {
    const used = new Set(all.edges.flatMap((e) => [e.source, e.target]));
    const distinct = (key) =>
      [...new Set([...used].map((id) => names[id] && names[id][key]).filter(Boolean))].sort().map((v) => [v, v]);
    const kinds = all.kinds.map((kind) =>
      h("button", {
        type: "button", class: `chip toggle ${kindClass(kind)}`, "aria-pressed": "true",
        onclick: (event) => {
          const on = !chosen.kinds.has(kind);
          chosen.kinds[on ? "add" : "delete"](kind);
          event.currentTarget.setAttribute("aria-pressed", String(on));
          refilter();
        },
      }, h("i", { class: "swatch" }), kind));
    const level = h("output", { class: "figure" }, "0.00");
    const slider = h("input", {
      type: "range", min: 0, max: 0.99, step: 0.01, value: 0, "aria-label": "hide what is less sure than",
      oninput: (event) => { chosen.sure = Number(event.target.value); level.textContent = chosen.sure.toFixed(2); refilter(); },
    });
    const form = h("form", { class: "filters", role: "search", "aria-label": "Filter the derivations", onsubmit: (event) => event.preventDefault() },
      h("div", { class: "kinds", role: "group", "aria-label": "Kinds of derivation" }, kinds, tally),
      h("div", { class: "choices" },
        h("label", { class: "slider" }, h("span", {}, "At least"), slider, level, h("span", { class: "unit" }, "sure")),
        select("Credit", "credited", [["yes", "credited"], ["no", "uncredited"]], "any"),
        select("Outlet", "outlet", distinct("outlet"), "all"),
        select("Language", "language", distinct("language"), "all"),
        h("label", {}, h("span", {}, "Find"), h("input", { type: "search", placeholder: "title or outlet", oninput: (event) => { chosen.words = event.target.value.trim().toLowerCase(); refilter(); } })),
        h("button", { type: "button", class: "quiet", onclick: reset }, "Reset")));
    function reset() {
      Object.assign(chosen, { kinds: new Set(all.kinds), credited: "", outlet: "", language: "", sure: 0, words: "" });
      for (const b of kinds) b.setAttribute("aria-pressed", "true");
      for (const c of form.querySelectorAll("select, input[type=search]")) c.value = "";
      slider.value = 0;
      level.textContent = "0.00";
      refilter();
    }
    return form;
  }

  // ---------------------------------------------------------------- graph

  const SHAPES = new Set(["svg", "g", "path", "polygon", "polyline", "ellipse", "text", "a"]);
  const LOOKS = new Set(["class", "d", "points", "fill", "stroke", "stroke-width", "stroke-dasharray", "transform", "viewBox",
    "x", "y", "cx", "cy", "rx", "ry", "text-anchor", "font-family", "font-weight", "font-size"]);

  /* Copies a drawing shape by shape, so that nothing but shapes, labels and links within the page comes over. */
  function drawn(node, number) {
    if (node.nodeType === Node.TEXT_NODE) return node.parentNode.localName === "text" ? document.createTextNode(node.data) : null;
    if (node.nodeType !== Node.ELEMENT_NODE || !SHAPES.has(node.localName)) return null;
    const copy = s(node.localName);
    for (const { name, value } of node.attributes) if (LOOKS.has(name)) copy.setAttribute(name, value);
    if (node.localName === "a") {
      const link = node.getAttributeNS(XLINK, "href") || "";
      if (/^#[A-Za-z0-9._~-]+$/.test(link)) copy.setAttribute("href", link);
      copy.append(s("title", {}, hint(link.slice(1)) || node.getAttributeNS(XLINK, "title") || ""));
      if (!node.getElementsByTagName("text").length) fill(copy, { tabindex: -1, "aria-hidden": "true" }, []);
    }
    for (const child of node.childNodes) {
      const inner = drawn(child, number);
      if (inner) copy.append(inner);
    }
    return copy;
  }
  function hint(anchor) {
    const e = edgeOf.get(anchor);
    if (!e) return null;
    const ends = `${names[e.target].title}: ${e.kind} of ${names[e.source] ? names[e.source].title : e.source}`;
    return `${ends}\n${percent(e.share)} of it, ${e.sure} (${chance(e.confidence)})${e.uncredited ? ", uncredited" : ""}`;
  }

  function graph(svg, family) {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const picture = drawn(parsed, family.number);
    const [left, top, w, hgt] = picture.getAttribute("viewBox").split(/\s+/).map(Number);
    for (const ground of picture.querySelectorAll(":scope > g > polygon")) ground.remove();
    const frame = h("div", { class: "graph", tabindex: 0, role: "group", "aria-label": `Derivation graph of family ${family.number}. The table below says the same. Arrow keys move, plus and minus zoom.` });
    const view = { x: left, y: top, w, h: hgt };
    const show = () => picture.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const scale = () => picture.clientWidth / view.w;
    function fit(whole) {
      const wide = frame.clientWidth || 800;
      const most = Math.max(380, Math.min(760, window.innerHeight * 0.78));
      const zoom = whole ? Math.min(wide / w, most / hgt) : Math.max(Math.min(1.25, wide / w, Math.max(0.75, most / hgt)), 0.62);
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
    new ResizeObserver(() => requestAnimationFrame(() => {
      if (frame.clientWidth === seenWidth) return;
      seenWidth = frame.clientWidth;
      fit(false);
    })).observe(frame);
    dim();
    return panel;
  }

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
      graph(details.svg, f),
      timeline(f) || "",
      derivations(f, details),
      altered(f, details) || "",
      lostTexts(f, details) || "",
      likenesses(all.others.filter((m) => m.block === "family-" + number), "Alike, but not derived") || "");
    for (const watch of watchers) watch();
  }

  function table(className, caption, heads, rows) {
    const columns = heads.map(([text]) => text);
    for (const row of rows) [...row.cells].forEach((cell, n) => cell.setAttribute("data-label", columns[n]));
    return h("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": caption },
      h("table", { class: className }, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, heads.map(([text, cls]) => h("th", { scope: "col", class: cls }, text)))),
        h("tbody", {}, rows)));
  }
  function party(id) {
    const d = names[id];
    return [nameLink(id), h("span", { class: "about" }, d && !d.lost ? [d.outlet || id, d.published].filter(Boolean).join(" · ") : about(id))];
  }
  function derivations(f, details) {
    const edges = [...edgesOf.get(f.number)].sort((a, b) => (names[a.target]?.at ?? 1e12) - (names[b.target]?.at ?? 1e12));
    if (!edges.length) return null;
    const rows = edges.map((e) => {
      const why = details.edges[e.anchor]?.reasons || [];
      const row = h("tr", { class: kindClass(e.kind) },
        h("td", { class: "party" }, party(e.target)),
        h("td", {}, kindChip(e.kind), e.second && h("span", { class: "second" }, "second source")),
        h("td", { class: "party" }, party(e.source)),
        h("td", { class: "number" }, bar(e.share)),
        h("td", {}, creditMark(e)),
        h("td", { title: why.map((r) => r.text).join("\n") }, sureness(e)),
        h("td", {}, h("a", { class: "read", href: "#" + e.anchor, "aria-label": `Read side by side: ${names[e.target].title}` }, "Read side by side")));
      watchers.add(() => { row.hidden = !accepted(e); });
      return row;
    });
    return table("derivations", "Who took from whom", [["Article"], ["is a"], ["of"], ["Share of it", "number"], ["Source named"], ["Confidence"], ["Passages"]], rows);
  }
  function altered(f, details) {
    const rows = edgesOf.get(f.number).flatMap((e) => (details.edges[e.anchor]?.changes || []).map((c) => {
      const row = h("tr", {},
        h("td", {}, h("span", { class: "what" }, c.what)),
        h("td", {}, c.from ? h("del", foreign(e.source), c.from) : h("span", { class: "none" }, "not there")),
        h("td", {}, c.to ? h("ins", foreign(e.target), c.to) : h("span", { class: "none" }, c.what === "credit" ? "dropped" : "gone")),
        h("td", {}, h("a", { href: "#" + e.anchor, title: `${names[e.target].title}: read side by side` }, h("bdi", {}, names[e.target].outlet || names[e.target].title))));
      watchers.add(() => { row.hidden = !accepted(e); });
      return row;
    }));
    return rows.length ? table("altered", "What was altered on the way", [["What"], ["In the source"], ["Became"], ["In the article of"]], rows) : null;
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
    const items = dated.map((id, n) => {
      const e = kind.get(id);
      return h("li", { class: e ? kindClass(e.kind) : f.sources.includes(id) ? "origin" : "apart" },
        h("span", { class: "when" }, n === 0 ? names[id].published : later(id)),
        h("i", { class: "dot" }),
        h("span", { class: "who" }, h("a", { href: "#" + names[id].anchor, title: names[id].title }, names[id].outlet || names[id].title),
          h("span", { class: "about" }, e ? e.kind : f.sources.includes(id) ? "original" : "")));
    });
    return h("details", { class: "timeline", open: items.length <= 24 },
      h("summary", {}, "In order of publication"), h("ol", { tabindex: 0 }, items));
  }

  // ---------------------------------------------------------------- other likenesses, loose articles, credit audit

  const FIRST = 200;
  function likenesses(matches, caption) {
    if (!matches.length) return null;
    const row = (m) => h("tr", {},
      h("td", { class: "party" }, party(m.left)),
      h("td", { class: "party" }, party(m.right)),
      h("td", {}, h("span", { class: "chip plain" }, m.relation)),
      h("td", { class: "number" }, h("span", { class: "figure" }, count(m.run, "word"))),
      h("td", {}, sureness(m)),
      h("td", {}, h("a", { class: "read", href: "#" + m.anchor, "aria-label": `Read side by side: ${names[m.left].title}` }, "Read")));
    const box = h("details", { class: "likenesses" }, h("summary", {}, `${caption} (${matches.length.toLocaleString("en")})`));
    box.addEventListener("toggle", () => {
      if (!box.open || box.children.length > 1) return;
      box.append(h("p", { class: "about" }, "Shared wording or the same event, without a sign that one took from the other. The number says how likely wording or telling was taken over at all, by either or by both from one source."),
        table("others", caption, [["Article"], ["and article"], ["Relation"], ["Longest run", "number"], ["Taken over"], ["Passages"]], matches.slice(0, FIRST).map(row)));
      if (matches.length > FIRST) {
        const more = h("button", { type: "button", class: "quiet", onclick: () => { box.querySelector("tbody").append(...matches.slice(FIRST).map(row)); more.remove(); } }, `Show ${matches.length - FIRST} more`);
        box.append(more);
      }
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
    const mean = (edges) => edges.reduce((sum, e) => sum + e.share, 0) / edges.length;
    const row = (r) => h("tr", {},
      h("td", { class: "party" }, h("bdi", {}, r.outlet)),
      h("td", { class: "number" }, String(r.edges.length)),
      h("td", { class: "number" }, String(r.named.length)),
      h("td", { class: "number" }, r.silent.length ? h("span", { class: "credit no" }, String(r.silent.length)) : "0"),
      h("td", { class: "number" }, bar(mean(r.edges))),
      h("td", {}, r.silent.slice(0, 4).map((e) => h("a", { class: "read", href: "#" + e.anchor, title: names[e.target].title }, h("bdi", {}, names[e.source]?.outlet || names[e.source]?.title || e.source))),
        r.silent.length > 4 && ` and ${r.silent.length - 4} more`));
    const box = h("details", { class: "audit", id: "audit" }, h("summary", {}, "Credit audit: which outlet took, and whether it said so"));
    box.addEventListener("toggle", () => {
      if (box.open && box.children.length === 1)
        box.append(table("audit", "Credit audit by outlet", [["Outlet"], ["Took from others", "number"], ["with credit", "number"], ["without", "number"], ["Share taken, on average", "number"], ["Without credit, from"]], rows.slice(0, 500).map(row)));
    });
    return box;
  }

  // ---------------------------------------------------------------- texts with marks

  const HUES = 8;
  const words = (text) => text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) || [];
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
      if (!active.some((m) => m.furniture) && piece.trim()) dull = false;
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
  function reasonsList(reasons) {
    if (!reasons.length) return null;
    const most = Math.max(...reasons.map((r) => Math.abs(r.bits)), 1);
    return h("ul", { class: "reasons" }, [...reasons].sort((a, b) => b.bits - a.bits).map((r) =>
      h("li", { class: r.bits < 0 ? "against" : "for" }, h("span", { class: "bits" }, `${r.bits > 0 ? "+" : r.bits < 0 ? "−" : ""}${Math.abs(r.bits)}`),
        h("span", { class: "why" }, r.text || r.signal), bar(Math.abs(r.bits) / most, " "))));
  }
  function why(e, details) {
    const others = details.alternatives || [];
    return h("section", {}, h("h3", {}, "Why this source"),
      reasonsList(details.reasons) || h("p", { class: "none" }, "No reasons were recorded."),
      h("p", { class: "about" }, "Each signal in bits: +1 doubles the odds, −1 halves them."),
      others.length > 0 && [h("h3", {}, "And not another one"),
        h("ul", { class: "alternatives" }, others.map((o) => h("li", {}, nameLink(o.source), h("span", { class: "about" }, names[o.source]?.outlet || ""), bar(o.confidence, chance(o.confidence)))))]);
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
    return h("section", {}, h("h3", {}, plural), h("ol", { class: "passages" }, passages.map((p, n) =>
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

  function sourceName(id) {
    const d = names[id];
    return !d ? id : d.lost ? "the " + d.title.replace(/^Lost/, "lost") : d.outlet || d.title;
  }
  async function showEdge(anchor) {
    const e = edgeOf.get(anchor);
    const details = await block("family-" + e.family);
    const item = details.edges[anchor];
    const shown = item.beside || e.source;
    const share = `${percent(e.share)} of the text comes from there`;
    const head = h("div", {}, h("p", { class: "kicker" }, kindChip(e.kind), e.second && " second source"),
      h("h2", { id: "reader-title", tabindex: -1 }, h("bdi", {}, names[e.target].outlet || names[e.target].title), e.kind === "version" ? " updated " : " took from ", h("bdi", {}, sourceName(e.source))),
      h("p", { class: "verdict" }, share, " · ", sureness(e), " · ", creditMark(e)));
    const beside = item.beside && h("p", { class: "note" }, "The original is lost; its text is not known here. Shown beside another witness.");
    const roles = [item.beside ? "Another witness" : names[e.source]?.lost ? "Lost original, as put together" : "Source", "Took from it"];
    sideBySide(head, [shown, e.target], roles, item, details, [beside, changesList(item.changes, e), why(e, item)]);
  }
  async function showMatch(anchor) {
    const m = otherOf.get(anchor);
    const details = await block(m.block);
    const item = details.others[anchor];
    const head = h("div", {}, h("p", { class: "kicker" }, h("span", { class: "chip plain" }, m.relation)),
      h("h2", { id: "reader-title", tabindex: -1 }, "Alike: ", h("bdi", {}, names[m.left].outlet || names[m.left].title), " and ", h("bdi", {}, names[m.right].outlet || names[m.right].title)),
      h("p", { class: "verdict" }, `${percent(m.shares[0])} of the left, ${percent(m.shares[1])} of the right · taken over at all: `, sureness(m)));
    sideBySide(head, [m.left, m.right], ["Article", "Article"], item, details, item.reasons.length > 0 && h("section", {}, h("h3", {}, "Why"), reasonsList(item.reasons)));
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

  // ---------------------------------------------------------------- addresses within the page

  async function route() {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (edgeOf.has(anchor)) return showEdge(anchor);
    if (otherOf.has(anchor)) return showMatch(anchor);
    if (idOf.has(anchor)) return showDocument(idOf.get(anchor));
    if (reader.open) reader.close();
    const target = anchor && document.getElementById(anchor);
    if (target) target.scrollIntoView();
    return undefined;
  }

  // ---------------------------------------------------------------- the page

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
      h("div", { class: "row" }, h("h1", {}, "Who took what from whom"), themeSwitch()),
      h("dl", { class: "figures" }, figures));
  }
  const remarks = all.remarks.length > 0 && h("details", { class: "remarks" }, h("summary", {}, `Remarks on the reading (${all.remarks.length})`), h("ul", {}, all.remarks.map((r) => h("li", {}, r))));
  const sections = all.families.map(skeleton);
  page.append(headline(), filters(),
    h("main", { id: "families", tabindex: -1 }, audit() || "",
      sections.length ? sections : h("p", { class: "none" }, "No article took from another here."),
      likenesses(all.others.filter((m) => m.block === "others"), "Alike across families, but not derived") || "", loose() || "", remarks || ""),
    h("footer", {}, "Made by provenance. Confidence is a probability: of all that is said with 0.80, eight in ten should be true."), reader);
  page.hidden = false;
  const near = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) { near.unobserve(one.target); openFamily(Number(one.target.id.slice(7))); }
  }, { rootMargin: "400px" });
  for (const section of sections) near.observe(section);
  window.addEventListener("hashchange", route);
  window.addEventListener("beforeprint", () => { for (const d of document.querySelectorAll(".family details.timeline")) d.open = true; });
  refilter();
  if (location.hash) route();
})();
