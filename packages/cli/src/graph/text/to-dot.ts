import type { GraphModel } from "../model/graph-model.js";
import type { Frame, Line, Shape } from "../scene/scene.js";
import { sceneOf } from "../scene/scene-of.js";
import { madeWords } from "../words/made-words.js";
import { stateWords } from "../words/state-words.js";
import { type PictureOptions, sceneOptions } from "./picture-options.js";

const DIRECTIONS = { down: "TB", right: "LR", up: "BT", left: "RL" } as const;

const SHAPES: { readonly [kind: string]: string } = {
  start: "oval",
  end: "oval",
  decide: "diamond",
  join: "circle",
  workflow: "component",
  map: "box3d",
  "launch-plan": "cds",
  dynamic: "tab",
  "container-task": "cylinder",
  approval: "hexagon",
  input: "hexagon",
  sleep: "hexagon",
  fails: "octagon",
};

const FILLS: { readonly [state: string]: string } = {
  failed: "#ffe3e3",
  succeeded: "#e6fcf5",
  reused: "#e3fafc",
  skipped: "#f1f3f5",
  running: "#fff9db",
  waiting: "#fff9db",
  interrupted: "#fff9db",
};

/** The graph in the language of graphviz. */
export function toDot(model: GraphModel, options: PictureOptions = {}): string {
  const scene = sceneOf(model, sceneOptions(options));
  const frames = framesOf(scene);
  const lines = [
    `digraph ${quoted(model.name)} {`,
    `  rankdir=${DIRECTIONS[options.direction ?? "down"]}; compound=true;`,
    `  node [fontname="Helvetica", fontsize=11, style="filled", fillcolor="white", shape="box"];`,
    `  edge [fontname="Helvetica", fontsize=9];`,
    `  graph [fontname="Helvetica", fontsize=11, style="rounded", color="#868e96"];`,
  ];
  let count = 0;
  const write = (frame: Frame, indent: string): void => {
    for (const part of frame.parts) {
      if (part.is === "shape") lines.push(`${indent}${shape(part)}`);
      else {
        count += 1;
        lines.push(`${indent}subgraph ${quoted(`cluster_${count}`)} {`, `${indent}  label=${title(part)};`);
        frames.set(part.id, { frame: part, cluster: `cluster_${count}` });
        write(part, `${indent}  `);
        lines.push(`${indent}}`);
      }
    }
  };
  write(scene, "  ");
  const connect = (frame: Frame): void => {
    for (const line of frame.lines) lines.push(`  ${edge(line, frames)}`);
    for (const part of frame.parts) if (part.is === "frame") connect(part);
  };
  connect(scene);
  // After the clusters, which would take it over as their own.
  const left = madeWords(model);
  if (left !== undefined) lines.push(`  label=${quoted(left)}; labelloc=t;`);
  return `${lines.join("\n")}\n}\n`;
}

interface Cluster {
  readonly frame: Frame;
  readonly cluster: string;
}

function framesOf(scene: Frame): Map<string, Cluster> {
  return new Map([["", { frame: scene, cluster: "" }]]);
}

function title({ title, kind, state }: Frame): string {
  const what = kind === "conditional" ? "conditional " : "";
  return quoted(`${what}${title}${state === undefined ? "" : ` (${stateWords(state)})`}`);
}

function shape({ id, kind, title, lines, state, isFolded, inside }: Shape): string {
  const folded = isFolded ? [`${inside} ${inside === 1 ? "node" : "nodes"} inside`] : [];
  const all = [title, ...lines, ...folded, ...(state === undefined ? [] : [stateWords(state)])];
  const fill = state === undefined ? "" : `, fillcolor="${FILLS[state.state] ?? "white"}"`;
  const size = kind === "join" ? ", width=0.15, fixedsize=true" : "";
  return `${quoted(id)} [label=${quoted(all.join("\n"))}, shape="${SHAPES[kind] ?? "box"}"${fill}${size}];`;
}

// An edge of graphviz goes between nodes. One to a frame ends at the frame's border, and points at a node inside.
function edge({ from, to, kind, label }: Line, frames: ReadonlyMap<string, Cluster>): string {
  const [source, target] = [frames.get(from), frames.get(to)];
  const attributes = [
    ...(label.length === 0 ? [] : [`label=${quoted(label.join("\n"))}`]),
    ...(kind === "order" || kind === "failure" ? [`style="dashed"`] : []),
    ...(kind === "failure" ? [`color="#c92a2a"`] : []),
    ...(source === undefined ? [] : [`ltail=${quoted(source.cluster)}`]),
    ...(target === undefined ? [] : [`lhead=${quoted(target.cluster)}`]),
  ];
  const ends = `${quoted(innermost(from, frames, "last"))} -> ${quoted(innermost(to, frames, "first"))}`;
  return `${ends}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`};`;
}

function innermost(id: string, frames: ReadonlyMap<string, Cluster>, which: "first" | "last"): string {
  const parts = frames.get(id)?.frame.parts;
  const part = which === "first" ? parts?.[0] : parts?.at(-1);
  return part === undefined ? id : innermost(part.id, frames, which);
}

// A backslash has meanings of its own in a label: \N is the name of the node.
function quoted(text: string): string {
  return `"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`)}"`;
}
