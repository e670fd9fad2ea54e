import { parentPort } from "node:worker_threads";
import { compute } from "./compute.js";

// Computes for a seed, and gives back everything else.
parentPort?.on("message", (message) =>
  parentPort?.postMessage(typeof message === "number" ? compute(message) : message),
);
