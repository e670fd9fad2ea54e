import { createHash } from "node:crypto";
import { drawScene } from "../layout/draw-scene.js";
import type { LayoutCache } from "../layout/layout-frame.js";
import type { GraphModel } from "../model/graph-model.js";
import { text } from "../picture/escape.js";
import { HEADS } from "../picture/markup.js";
import { COLORS, SHAPES } from "../picture/picture-css.js";
import { sceneOf } from "../scene/scene-of.js";
import type { PictureOptions } from "../text/picture-options.js";
import { openAtFirst } from "./open-at-first.js";
import { PAGE } from "./page-css.js";
import type { PageData } from "./page-data.js";
import { pageScript } from "./page-script.js";

/**
 * The graph as a page to look around in: one file that needs no network, and may load nothing.
 *
 * Workflows are unfolded as deep as `depth` says; unless it says, large ones are folded at first.
 */
export function toHtml(model: GraphModel, options: PictureOptions = {}): string {
  const { direction = "down", types = true, depth } = options;
  const open = openAtFirst(model, depth);
  const unfolded = new Set(open);
  const layouts: LayoutCache = new Map();
  drawScene(sceneOf(model, { isOpen: (path) => unfolded.has(path), hasTypes: types }), direction, layouts);
  const data: PageData = { model, direction, hasTypes: types, open, layouts: [...layouts] };
  const style = [COLORS, SHAPES, PAGE].join("\n");
  const policy = `default-src 'none'; script-src '${digest(pageScript)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`;
  // In an element of HTML, `<` could end it.
  const json = JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(`${model.name}: ${model.entity}`)}</title>
<style>${style}</style>
</head>
<body>
<noscript>This page draws the graph of ${text(model.name)} with a script, which is turned off here.</noscript>
<svg id="heads" aria-hidden="true" width="0" height="0"><defs>${HEADS}</defs></svg>
<script type="application/json" id="data">${json}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

function digest(content: string): string {
  return `sha256-${createHash("sha256").update(content.toWellFormed()).digest("base64")}`;
}
