/* The bar of filters, and who watches it. */

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
  const level = h("output", { class: "figure" }, "0 %");
  const slider = h("input", {
    type: "range", min: 0, max: 0.99, step: 0.01, value: 0, "aria-label": "hide what is less sure than",
    oninput: (event) => { chosen.sure = Number(event.target.value); level.textContent = percent(chosen.sure); refilter(); },
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
    level.textContent = "0 %";
    refilter();
  }
  return form;
}
