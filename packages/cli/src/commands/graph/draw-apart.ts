import type { Worker } from "node:worker_threads";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import type { GraphModel } from "../../graph/model/graph-model.js";
import type { PictureOptions } from "../../graph/text/picture-options.js";
import { drawGraph } from "./draw-graph.js";
import type { GraphFormat } from "./format-of.js";

/** What is drawn, and how. */
export interface Drawing {
  readonly model: GraphModel;
  readonly format: GraphFormat;
  readonly options: PictureOptions;
}

/** From so many nodes on, a layout takes seconds, in which this thread would hear nothing. */
const MANY = 1000;

/** Draw a graph; a large one in a thread of its own, so that Ctrl-C ends it at once. */
export async function drawApart(drawing: Drawing, { host, out }: Cli): Promise<string> {
  const { model, format, options } = drawing;
  const nodes = Object.values(model.graphs).reduce((sum, each) => sum + each.nodes.length, 0);
  const isLaidOut = format === "svg" || format === "html";
  if (!isLaidOut || nodes < MANY) return await drawGraph(model, format, options);
  const many = nodes.toLocaleString("en");
  out.note(`Laying out ${many} nodes: 5,000 take 10 to 20 seconds. \`--format dot\` needs no layout.`);
  if (!isBuilt) return await drawGraph(model, format, options);
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(DRAW, { workerData: drawing, execArgv: [] });
  const end = (): void => void worker.terminate();
  host.signal.addEventListener("abort", end, { once: true });
  try {
    return await pictureOf(worker);
  } catch (error) {
    host.signal.throwIfAborted();
    throw error;
  } finally {
    host.signal.removeEventListener("abort", end);
    await worker.terminate();
  }
}

function pictureOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(errors.UNEXPECTED_FAILURE({ said: "the thread that draws has ended" })));
  });
}

// Built, all code is in `dist`, one folder deep. Whoever runs our own sources has no such file.
const DRAW = new URL("../bins/draw.js", import.meta.url);
const isBuilt = !import.meta.url.endsWith(".ts");
