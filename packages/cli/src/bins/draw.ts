import { parentPort, workerData } from "node:worker_threads";
import { drawGraph } from "../commands/graph/draw-graph.js";
import type { Drawing } from "../commands/graph/draw-apart.js";

// A thread that lays out a large graph, so that the one beside it hears Ctrl-C meanwhile.
const { model, format, options } = workerData as Drawing;
parentPort?.postMessage(await drawGraph(model, format, options));
