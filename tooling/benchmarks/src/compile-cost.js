import { encode } from "@flytekit-ts/models";
import { WorkflowSpec } from "@flytekit-ts/models/admin";
import { serialize } from "@flytekit-ts/workflow";
import { chain, OPTIONS, SETTINGS } from "./chain.js";
import { measure, row } from "./measure.js";

/**
 * Declare, trace, check, lower and encode a workflow of `size` nodes, each bound to an earlier one and to a constant. The
 * workflow is declared anew each round, because a workflow is traced only once in its life.
 *
 * @param {number} size
 */
export function compileOnce(size) {
  const spec = serialize(chain(size), SETTINGS, OPTIONS).find(({ kind }) => kind === "workflow");
  if (spec?.kind !== "workflow") throw new Error("no workflow was serialized");
  return encode(WorkflowSpec, spec.message);
}

/** The cost of compiling, per node, for three sizes: equal figures mean that it is linear. */
export async function compileCost() {
  const rows = [];
  for (const [size, rounds] of [
    [100, 200],
    [1000, 40],
    [10_000, 10],
  ]) {
    const spread = await measure(rounds, () => compileOnce(size));
    rows.push(row(`compile, per node of ${size}`, spread, { per: size, aim: "<= 15" }));
  }
  return rows;
}
