import { drawScene } from "../layout/draw-scene.js";
import { LINE, LINE_STEP } from "../layout/fonts.js";
import { textWidth } from "../layout/text-width.js";
import type { GraphModel } from "../model/graph-model.js";
import { sceneOf } from "../scene/scene-of.js";
import { type PictureOptions, sceneOptions } from "../text/picture-options.js";
import { madeWords } from "../words/made-words.js";
import { text } from "./escape.js";
import { HEADS, markupOf } from "./markup.js";
import { COLORS, SHAPES } from "./picture-css.js";

/** From the left to what is said of the whole picture. */
const INDENT = 12;

/** The graph as a picture that needs nothing else: light or dark as the reader's system. */
export function toSvg(model: GraphModel, options: PictureOptions = {}): string {
  const scene = sceneOf(model, sceneOptions(options));
  const drawing = drawScene(scene, options.direction ?? "down");
  const left = madeWords(model);
  const width = Math.max(drawing.width, left === undefined ? 0 : textWidth(left, LINE) + 2 * INDENT);
  const height = drawing.height + (left === undefined ? 0 : LINE_STEP);
  // A fold button does nothing in a picture.
  const style = `${COLORS}\n${SHAPES}\n.fold{display:none}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${text(`${model.entity} ${model.name}`)}</title>
<style>${style.replaceAll("<", "&lt;")}</style>
<defs>${HEADS}</defs>
<rect width="100%" height="100%" fill="var(--bg)"/>
<g class="g">
${markupOf(drawing)}${left === undefined ? "" : `\n<text class="line" x="${INDENT}" y="${height - INDENT / 2}">${text(left)}</text>`}
</g>
</svg>
`;
}
