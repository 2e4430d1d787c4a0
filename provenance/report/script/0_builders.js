"use strict";
/* Builders of elements, shared by the report and the page that checks articles.
   Text of articles reaches a page only as text nodes and attribute values made here; nothing is parsed as HTML. */

const SVG = "http://www.w3.org/2000/svg";

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
  (share >= 0.995 && share < 1 ? ">99" : share > 0 && share < 0.005 ? "<1" : Math.round(100 * share)) + "\u00a0%";
const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
const signed = (bits) => `${bits > 0 ? "+" : bits < 0 ? "−" : ""}${Math.abs(bits)}`;
const kindClass = (kind) => "kind-" + kind.replaceAll(" ", "-");
const language = (tag) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag || "") ? tag : null);
const foreign = (id) => ({ lang: language(names[id] && names[id].language), dir: "auto" });
const chance = (confidence) => percent(Math.min(confidence, 0.998));

