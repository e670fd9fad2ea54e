import { createHash } from "node:crypto";
import { bytesOf } from "./bytes-of.js";
import { randomWorkflow } from "./random-workflow.js";

/** A digest of the bytes of so many random workflows. */
export function digestOf(workflows: number): string {
  const hash = createHash("sha256");
  for (let seed = 1; seed <= workflows; seed += 1) {
    for (const bytes of bytesOf(randomWorkflow(seed))) hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest("hex");
}
