import { durationText } from "@flytekit-ts/core/context";
import type { KeptAttempt, KeptNode, KeptRun } from "@flytekit-ts/local-exec/journal";
import { displayNameOf } from "@flytekit-ts/local-exec/reporter";
import type { Output } from "../../../command/output.js";
import { stateText } from "../../../local/kept/state-text.js";
import { literalsJson } from "../../../values/literal-json.js";
import { valueText } from "../../../values/result-text.js";

/** What is printed of each node besides its line. */
export interface Details {
  readonly values?: boolean | undefined;
  readonly logs?: boolean | undefined;
}

/** Print the nodes of a run as they started: how they ended, how long they took, and what went wrong. */
export async function printNodes({ nodes }: KeptRun, details: Details, out: Output): Promise<void> {
  if (nodes.size === 0) return;
  out.print("");
  const all = [...nodes.values()];
  const hasNotes = all.some((node) => notesOf(node).length > 0);
  const nameOf = (node: KeptNode): string => itemWords(node, nodes) ?? displayNameOf(node.name);
  out.table(
    [
      { title: "node" },
      { title: "name", gives: 2 },
      { title: "state" },
      { title: "took" },
      ...(hasNotes ? [{ title: "notes", gives: 1 }] : []),
    ],
    all.map((node) => [
      node.node,
      nameOf(node),
      stateText(node.state, out),
      tookOf(node),
      ...(hasNotes ? [notesOf(node).join(", ")] : []),
    ]),
  );
  for (const node of all) {
    const lines = [
      ...(details.values === true ? await valuesOf(node) : []),
      ...(details.logs === true ? logsOf(node) : []),
    ];
    if (lines.length === 0) continue;
    out.print("");
    out.print(out.paint("bold", `${node.node} ${nameOf(node)}`));
    for (const line of lines) out.print(`  ${line}`);
  }
}

// The items of a map have its name, and their numbers in their ids.
function itemWords({ node, name }: KeptNode, nodes: KeptRun["nodes"]): string | undefined {
  const [, parent = "", item] = /^(.*)\/n(\d+)$/.exec(node) ?? [];
  const isItem = item !== undefined && nodes.get(parent)?.name === name && displayNameOf(name) !== name;
  return isItem ? `item ${item} of ${displayNameOf(name)}` : undefined;
}

function tookOf({ attempts }: KeptNode): string {
  return durationText(attempts.at(-1)?.duration);
}

function notesOf({ attempts, cache }: KeptNode): readonly string[] {
  const last = attempts.at(-1);
  const miss = cache.at(-1);
  return [
    ...(attempts.length > 1 ? [`${attempts.length} attempts`] : []),
    ...(last?.reused === undefined ? [] : [`from the ${last.reused}`]),
    ...(miss?.kind === "cache-miss" ? [`not cached: ${miss.words}`] : []),
    ...(last?.gate === undefined || last.state !== "waiting" ? [] : [gateText(last.gate)]),
    ...(last?.error === undefined ? [] : [last.error.code]),
    ...(last?.isRetried === true ? ["another attempt was to follow"] : []),
  ];
}

function gateText(gate: NonNullable<KeptAttempt["gate"]>): string {
  return gate.for === "time"
    ? `until ${new Date(gate.until).toISOString()}`
    : `waits for ${gate.for}: ${gate.signal}`;
}

async function valuesOf(node: KeptNode): Promise<readonly string[]> {
  const [inputs, outputs] = [await node.inputs(), await node.outputs()];
  return [
    ...Object.entries(literalsJson(inputs ?? new Map())).map(
      // Of an input of the workflow, the id of the node is empty.
      ([name, value]) => `input ${name.replace(/^\./, "")} = ${valueText(value)}`,
    ),
    ...Object.entries(literalsJson(outputs ?? new Map())).map(
      ([name, value]) => `output ${name} = ${valueText(value)}`,
    ),
  ].map((text) => text.replaceAll("\n", "\n  "));
}

function logsOf({ attempts }: KeptNode): readonly string[] {
  return attempts.flatMap(({ logs }) =>
    logs.map(({ level, message }) => `${level} ${message.trimEnd().replaceAll("\n", "\n  ")}`),
  );
}
