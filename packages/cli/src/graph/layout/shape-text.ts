import type { Shape, ShapeKind } from "../scene/scene.js";
import { stateWords } from "../words/state-words.js";
import { KIND, LINE, LINE_STEP, TITLE, TITLE_STEP } from "./fonts.js";
import { textWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

/** A row of text inside a shape: its baseline is `y` below the shape's top. */
export interface Row {
  readonly text: string;
  readonly style: "kind" | "title" | "line" | "state" | "folded";
  readonly y: number;
}

/** The text of a shape in rows, and how large the shape has to be for it. */
export interface ShapeText {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
}

/** Room left of texts, which a coloured edge and a symbol take, and right of them. */
export const LEFT = 36;
const RIGHT = 14;
const WIDEST = 250;

const WORDS: { readonly [K in ShapeKind]?: string } = {
  "container-task": "container task",
  "launch-plan": "launch plan",
  input: "asks for a value",
  conditional: "",
  start: "",
  end: "",
  decide: "decides",
  join: "",
  fails: "",
  unknown: "node",
};

/** What a shape is, in words. */
export function kindWordsOf({ kind, isHandler }: Pick<Shape, "kind" | "isHandler">): string {
  const words = WORDS[kind] ?? kind;
  return isHandler ? `on failure: ${words}` : words;
}

/** Set the text of a shape. */
export function shapeText(shape: Shape): ShapeText {
  if (shape.kind === "join") return { rows: [], width: 14, height: 14 };
  const rows: Row[] = [];
  let [y, width] = [10, 0];
  const add = (text: string, style: Row["style"]): void => {
    const font = style === "title" ? TITLE : style === "kind" ? KIND : LINE;
    const step = style === "title" ? TITLE_STEP : style === "kind" ? LINE_STEP - 2 : LINE_STEP;
    for (const row of wrapText(text, font, { width: WIDEST, lines: 4 })) {
      rows.push({ text: row, style, y: y + font.size });
      y += step;
      width = Math.max(width, textWidth(row, font));
    }
  };
  const kind = kindWordsOf(shape);
  if (kind !== "") add(kind.toUpperCase(), "kind");
  add(shape.title, "title");
  for (const line of shape.lines) add(line, "line");
  if (shape.isFolded) add(`${shape.inside} ${shape.inside === 1 ? "node" : "nodes"} inside`, "folded");
  if (shape.state !== undefined) add(stateWords(shape.state), "state");
  const side = shape.kind === "decide" ? LEFT : RIGHT;
  return { rows, width: Math.max(90, width + LEFT + side), height: y + 8 };
}
