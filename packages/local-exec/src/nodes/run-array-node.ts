import type * as idl from "@flytekit-ts/models/core";
import { literalOf, noneLiteral } from "@flytekit-ts/core/literals";
import { fetchLiterals } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { ArrayTarget } from "../plan/plan.js";
import { insideOf } from "./attempts/inside-of.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { itemInputs, sizeOf } from "./array-inputs.js";
import { type Failed, runItems } from "./run-items.js";

/** At most so many items of a map are under way, unless more tasks may run at a time. The others have cost nothing yet. */
const LET_IN = 64;

/**
 * Run a node for each item of its lists and collect the outputs, in the order of the items.
 *
 * If not all items must succeed, the output of a failed item is none. Each item has its own retries.
 *
 * @throws `MAP_FAILED`, `MAP_INPUTS_INVALID`
 */
export async function runArrayNode(given: NodeRun<ArrayTarget>, scope: Scope): Promise<Literals> {
  const { node, path, around } = given;
  const inputs = await fetchLiterals(given.inputs, scope.run.store);
  const { item, array, outputs } = node.target;
  const inside = insideOf(given);
  const bound = new Set(array.boundInputs);
  const size = sizeOf(inputs, bound, `${node.entity} (node ${path})`);
  const wanted = wantedOf(array, size);
  const { limit, turns } = scope.run.slots;
  // 0 means no limit.
  const parallelism = array.parallelismOption?.value || size;
  // The list of each output, and not the outputs of each item: a map may have a hundred thousand items.
  const lists = outputs.map((name) => ({ name, literals: listOf(size) }));
  await scope.within((items) => {
    return runItems({
      size,
      wanted,
      atATime: Math.min(parallelism, Math.max(LET_IN, limit)),
      turns,
      run: (index) => {
        const itsInputs = itemInputs(inputs, bound, index);
        return items.run.runNode(
          { node: item, path: `${inside}/n${index}`, inputs: itsInputs, around, item: index },
          items,
        );
      },
      succeeded: (index, result) => {
        for (const { name, literals } of lists) literals[index] = result.get(name);
      },
      failure(failed) {
        const error = mapFailed(given, { size, wanted, failed });
        // At once: items that wait for a slot would start before the error has come to the scope.
        items.end(error);
        return error;
      },
    });
  });
  // The consumers of long lists take long, too.
  if (turns.isDue) await turns.take();
  return new Map(lists.map(({ name, literals }) => [name, collectionOf(literals)]));
}

function listOf(size: number): (idl.Literal | undefined)[] {
  return Array.from({ length: size });
}

// An item that failed, or was skipped, leaves none.
function collectionOf(given: readonly (idl.Literal | undefined)[]): idl.Literal {
  const literals = given.map((literal) => literal ?? noneLiteral());
  return literalOf({ $case: "collection", value: { literals } });
}

// The message holds the ratio as a 32-bit float, which may differ a little from the number that the author wrote.
function wantedOf({ successCriteria }: idl.ArrayNode, size: number): number {
  switch (successCriteria?.$case) {
    case "minSuccesses":
      return successCriteria.value;
    case "minSuccessRatio":
      return Math.ceil(size * Math.fround(successCriteria.value));
    default:
      return size;
  }
}

interface Shortfall {
  readonly size: number;
  readonly wanted: number;
  readonly failed: Failed;
}

function mapFailed({ node, path }: NodeRun<ArrayTarget>, { size, wanted, failed }: Shortfall): Error {
  const failures = failed.items.toSorted((a, b) => a.index - b.index);
  return errors.MAP_FAILED({ map: node.entity, node: path, size, wanted, failures }, { cause: failed.first });
}
