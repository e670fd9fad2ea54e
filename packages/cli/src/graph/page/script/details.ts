import { kindWordsOf } from "../../layout/shape-text.js";
import type { GraphFact, GraphNode } from "../../model/graph-node.js";
import type { NodeState } from "../../model/node-state.js";
import type { Frame, Shape } from "../../scene/scene.js";
import { stateWords } from "../../words/state-words.js";
import { button, h } from "./dom.js";

/** What the panel can do. */
export interface DetailActions {
  close(): void;
  toggle(id: string): void;
}

/** All that is known of a part, for the panel at the side. */
export function detailsOf(part: Shape | Frame, actions: DetailActions): readonly Node[] {
  const { kind, title, isHandler, node, state } = part;
  const close = button("✕", "Close (Esc)", actions.close, { class: "close" });
  const what = h("div", { class: `what is-${kind}` }, kindWordsOf({ kind, isHandler }) || kind);
  const place = node?.place;
  return [
    close,
    what,
    h("h2", {}, title || "arms join"),
    ...(node?.entity !== undefined && node.entity !== title ? [h("p", {}, h("code", {}, node.entity))] : []),
    ...(node?.docs === undefined ? [] : [h("p", {}, node.docs)]),
    ...(place === undefined
      ? []
      : [h("p", {}, "at ", h("code", {}, `${place.file}:${place.line}:${place.column}`))]),
    ...folding(part, actions),
    ...(state === undefined ? [] : stateParts(state)),
    ...(part.is === "shape" && node === undefined && part.lines.length > 0
      ? [h("p", {}, part.lines.join("\n"))]
      : []),
    ...(node === undefined ? [] : nodeParts(node)),
  ];
}

function folding(part: Shape | Frame, { toggle }: DetailActions): readonly Node[] {
  if (part.is === "frame" && part.kind !== "conditional")
    return [
      h(
        "div",
        { class: "row" },
        button("Fold", "Fold this workflow (Enter)", () => toggle(part.id)),
      ),
    ];
  if (part.is === "shape" && part.isFolded)
    return [
      h(
        "div",
        { class: "row" },
        button(`Unfold ${part.inside} nodes`, "Unfold (Enter)", () => toggle(part.id)),
      ),
    ];
  return [];
}

function stateParts(state: NodeState): readonly Node[] {
  const { startedAt, error, outputs = [], items } = state;
  const facts: GraphFact[] = [{ name: "attempts", value: String(state.attempts) }];
  if (startedAt !== undefined) facts.push({ name: "started", value: new Date(startedAt).toLocaleString() });
  for (const [name, count] of Object.entries(items ?? {}))
    facts.push({ name: `items ${name}`, value: String(count) });
  return [
    h("h3", {}, "In this run"),
    h("p", { class: `state s-${state.state}` }, stateWords(state)),
    ...(error === undefined ? [] : [h("pre", {}, error)]),
    list(facts),
    ...(outputs.length === 0 ? [] : [h("h3", {}, "Values"), list(outputs)]),
  ];
}

function nodeParts({ inputs, outputs, facts, arms = [] }: GraphNode): readonly Node[] {
  const typed = (name: string, type: string, from?: string): readonly [string, readonly Node[]] => [
    name,
    [
      ...(from === undefined || from === name ? [] : [h("code", {}, from), h("br")]),
      h("span", { class: "type" }, type),
    ],
  ];
  const section = (title: string, rows: readonly (readonly [string, readonly Node[]])[]): readonly Node[] =>
    rows.length === 0
      ? []
      : [
          h("h3", {}, title),
          h("dl", {}, ...rows.flatMap(([name, words]) => [h("dt", {}, name), h("dd", {}, ...words)])),
        ];
  return [
    ...section(
      "Inputs",
      inputs.map(({ name, type, from }) => typed(name, type, from)),
    ),
    ...section(
      "Outputs",
      outputs.map(({ name, type }) => typed(name, type)),
    ),
    ...section(
      "Arms",
      arms.map(
        ({ when, node, fails }) => [when, [h("span", {}, node?.name ?? `fails: ${fails ?? ""}`)]] as const,
      ),
    ),
    ...(facts.length === 0 ? [] : [h("h3", {}, "Settings"), list(facts)]),
  ];
}

function list(facts: readonly GraphFact[]): HTMLElement {
  return h("dl", {}, ...facts.flatMap(({ name, value }) => [h("dt", {}, name), h("dd", {}, value)]));
}
