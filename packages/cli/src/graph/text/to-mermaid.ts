import type { GraphModel } from "../model/graph-model.js";
import type { Frame, Line, Shape } from "../scene/scene.js";
import { sceneOf } from "../scene/scene-of.js";
import { type PictureOptions, sceneOptions } from "./picture-options.js";
import { madeWords } from "../words/made-words.js";
import { stateWords } from "../words/state-words.js";

const DIRECTIONS = { down: "TB", right: "LR", up: "BT", left: "RL" } as const;

/** What stands around the text of a shape: how mermaid draws it. */
const SHAPES: { readonly [kind: string]: readonly [string, string] } = {
  start: ["([", "])"],
  end: ["([", "])"],
  decide: ["{", "}"],
  join: ["((", "))"],
  workflow: ["[[", "]]"],
  map: ["[[", "]]"],
  "launch-plan": ["[/", "/]"],
  dynamic: ["[\\", "\\]"],
  "container-task": ["[(", ")]"],
  approval: ["{{", "}}"],
  input: ["{{", "}}"],
  sleep: ["{{", "}}"],
  fails: [">", "]"],
};

const CLASSES = [
  "classDef start fill:#e8f0fe,stroke:#4c6ef5,color:#111",
  "classDef end_ fill:#e8f0fe,stroke:#4c6ef5,color:#111",
  "classDef failed fill:#ffe3e3,stroke:#c92a2a,color:#111",
  "classDef succeeded fill:#e6fcf5,stroke:#099268,color:#111",
  "classDef reused fill:#e3fafc,stroke:#1098ad,color:#111",
  "classDef skipped fill:#f1f3f5,stroke:#868e96,color:#495057,stroke-dasharray:4",
  "classDef running fill:#fff9db,stroke:#e67700,color:#111",
];

/** The graph in the language of mermaid, which many pages of Markdown draw. */
export function toMermaid(model: GraphModel, options: PictureOptions = {}): string {
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? `n${ids.size}`;
    ids.set(id, known);
    return known;
  };
  const left = madeWords(model);
  const title = left === undefined ? [] : ["---", `title: ${left}`, "---"];
  const lines = [...title, `flowchart ${DIRECTIONS[options.direction ?? "down"]}`];
  const scene = sceneOf(model, sceneOptions(options));
  const write = (frame: Frame, indent: string): void => {
    for (const part of frame.parts) {
      if (part.is === "shape") lines.push(`${indent}${shape(part, idOf(part.id))}`);
      else {
        lines.push(`${indent}subgraph ${idOf(part.id)}["${text(titleOf(part))}"]`);
        write(part, `${indent}  `);
        lines.push(`${indent}end`);
      }
    }
  };
  write(scene, "  ");
  const connect = (frame: Frame): void => {
    for (const line of frame.lines) lines.push(`  ${edge(line, idOf)}`);
    for (const part of frame.parts) if (part.is === "frame") connect(part);
  };
  connect(scene);
  lines.push(...CLASSES.map((line) => `  ${line}`));
  return `${lines.join("\n")}\n`;
}

function titleOf({ title, state, kind }: Frame): string {
  const what = kind === "conditional" ? "conditional " : "";
  return state === undefined ? `${what}${title}` : `${what}${title} (${stateWords(state)})`;
}

function shape({ kind, title, lines, state, isFolded, inside }: Shape, id: string): string {
  const [open, close] = SHAPES[kind] ?? ["[", "]"];
  const folded = isFolded ? [`${inside} ${inside === 1 ? "node" : "nodes"} inside`] : [];
  const all = [title, ...lines, ...folded, ...(state === undefined ? [] : [stateWords(state)])];
  const words = kind === "join" ? " " : all.map(text).join("<br/>");
  return `${id}${open}"${words}"${close}${classOf(kind, state?.state)}`;
}

function classOf(kind: string, state: string | undefined): string {
  if (kind === "start" || kind === "end") return `:::${kind === "end" ? "end_" : kind}`;
  const name = state === "waiting" || state === "interrupted" ? "running" : state;
  return name === undefined ? "" : `:::${name}`;
}

function edge({ from, to, kind, label }: Line, idOf: (id: string) => string): string {
  const arrow = kind === "order" || kind === "failure" ? "-.->" : "-->";
  const words = label.length === 0 ? "" : `|"${label.map(text).join("<br/>")}"|`;
  return `${idOf(from)} ${arrow}${words} ${idOf(to)}`;
}

// Numbers of characters, since mermaid takes marks of Markdown and of HTML in texts for what they mean there.
function text(words: string): string {
  return words.replaceAll(/[#"&<>`\\]/g, (mark) => `#${mark.codePointAt(0)};`).replaceAll(/\s+/g, " ");
}
