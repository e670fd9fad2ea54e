import { createHash } from "node:crypto";
import { bytesOf } from "./bytes-of.js";
import { randomWorkflow } from "./random-workflow.js";

/** A digest of the bytes of so many random workflows, and that of all but the last of them. */
export function digestsOf(workflows: number): { readonly all: string; readonly allButLast: string } {
  const hash = createHash("sha256");
  let before = hash.copy();
  for (let seed = 1; seed <= workflows; seed += 1) {
    before = hash.copy();
    for (const bytes of bytesOf(randomWorkflow(seed))) hash.update(`${bytes.length} `).update(bytes);
  }
  return { all: hash.digest("hex"), allButLast: before.digest("hex") };
}
