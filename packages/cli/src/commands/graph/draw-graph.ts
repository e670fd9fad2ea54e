import type { GraphModel } from "../../graph/model/graph-model.js";
import type { PictureOptions } from "../../graph/text/picture-options.js";
import type { GraphFormat } from "./format-of.js";

/** Draw a graph in a format. What a format needs is loaded when it is asked for. */
export async function drawGraph(
  model: GraphModel,
  format: GraphFormat,
  options: PictureOptions,
): Promise<string> {
  switch (format) {
    case "dot":
      return (await import("../../graph/text/to-dot.js")).toDot(model, options);
    case "html":
      return (await import("../../graph/page/to-html.js")).toHtml(model, options);
    case "svg":
      return (await import("../../graph/picture/to-svg.js")).toSvg(model, options);
    case "mermaid":
      return (await import("../../graph/text/to-mermaid.js")).toMermaid(model, options);
  }
}
