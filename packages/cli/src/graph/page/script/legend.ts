import { ICONS } from "../../picture/icons.js";
import type { ShapeKind } from "../../scene/scene.js";
import { h, svg } from "./dom.js";

const KINDS: readonly (readonly [ShapeKind, string])[] = [
  ["task", "task"],
  ["container-task", "container task"],
  ["dynamic", "dynamic: makes a graph when it runs"],
  ["workflow", "workflow"],
  ["launch-plan", "launch plan: an execution of its own"],
  ["map", "map: for each item"],
  ["decide", "conditional"],
  ["approval", "waits for approval"],
  ["sleep", "waits for time"],
  ["fails", "fails"],
];

const LINES: readonly (readonly [string, string])[] = [
  ["data", "values"],
  ["order", "only an order"],
  ["arm", "an arm"],
  ["failure", "if the workflow fails"],
];

const STATES = ["succeeded", "reused", "running", "waiting", "skipped", "interrupted", "failed"];

const KEYS: readonly (readonly [string, string])[] = [
  ["← ↑ → ↓", "along the lines"],
  ["Enter", "details, fold, unfold"],
  ["Esc", "close"],
  ["/", "search; Enter for the next"],
  ["+ −", "zoom"],
  ["0", "all of it"],
  ["1", "actual size"],
  ["e, c", "unfold, fold all"],
  ["t", "light or dark"],
  ["?", "this legend"],
];

/** What colours, lines and keys mean. */
export function legendOf(hasStates: boolean): readonly Node[] {
  const icon = (kind: ShapeKind): SVGElement => {
    const picture = svg("svg", { width: "16", height: "16", class: `is-${kind}`, "aria-hidden": "true" });
    picture.append(svg("path", { class: "icon", d: ICONS[kind] }));
    return picture;
  };
  const line = (kind: string): SVGElement => {
    const picture = svg("svg", { width: "30", height: "10", class: `edge ${kind}`, "aria-hidden": "true" });
    picture.append(svg("path", { d: "M1 5H22", "marker-end": `url(#head-${kind})` }));
    return picture;
  };
  const state = (name: string): SVGElement => {
    const picture = svg("svg", {
      width: "16",
      height: "12",
      class: `shape s-${name}`,
      "aria-hidden": "true",
    });
    picture.append(svg("rect", { class: "card", x: "1", y: "1", width: "14", height: "10", rx: "3" }));
    return picture;
  };
  return [
    h("h2", {}, "Nodes"),
    h("ul", {}, ...KINDS.map(([kind, says]) => h("li", {}, icon(kind), says))),
    h("h2", {}, "Lines"),
    h("ul", {}, ...LINES.map(([kind, says]) => h("li", {}, line(kind), says))),
    ...(hasStates
      ? [h("h2", {}, "States"), h("ul", {}, ...STATES.map((name) => h("li", {}, state(name), name)))]
      : []),
    h("h2", {}, "Keys"),
    h("ul", {}, ...KEYS.map(([key, says]) => h("li", {}, h("kbd", {}, key), says))),
  ];
}
