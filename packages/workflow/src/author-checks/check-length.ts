import type { Node, SourceLocation } from "@flytekit-ts/core/graph";
import { isBranch } from "../conditional/branch-entity.js";
import * as errors from "../errors.js";
import { graphOf } from "../graph/graph.js";
import { longestChain } from "../graph/longest-chain.js";
import { type Problem, toProblem } from "../problem/problem.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";

// `tsc` 5.7 to 6.0 works out the type that a body returns from its end: each call in a chain takes some of the stack
// of Node.js. Half of the shortest chain that was too long is still fine, since stacks differ between machines:
// 50 conditionals, 60 gates, 75 maps or 90 other calls.
const STACK = 900;
const CONDITIONAL = STACK / 50;
const ARM = CONDITIONAL / 4;
const SHARES = new Map<Node["entity"]["kind"], number>([
  ["gate", STACK / 60],
  ["map", STACK / 75],
]);
const SHARE = STACK / 90;

/**
 * A body that is too long for `tsc` 5.7 to 6.0, which then stops with an overflow of its stack and names no file.
 *
 * Only calls that are written one by one count, in TypeScript, where the type of the result is not written.
 */
export function lengthProblems(workflows: readonly AuthoredWorkflow[]): readonly Problem[] {
  return workflows.flatMap((workflow) => {
    const calls = longestRun(longestChain(graphOf(workflow), shareOf));
    if (calls === 0) return [];
    const { name, definedAt: place } = workflow;
    const fault = errors.BODY_LONG_FOR_TSC({ workflow: name, calls });
    return [{ ...toProblem(fault, { severity: "warning", place }), workflow: name }];
  });
}

function shareOf({ entity }: Node): number {
  // A conditional with more arms is a longer chain of methods.
  if (isBranch(entity)) return CONDITIONAL + ARM * (entity.arms.length - 1);
  return SHARES.get(entity.kind) ?? SHARE;
}

/** How many calls of a chain `tsc` goes through at once, if they are too many, and otherwise 0. */
function longestRun(chain: readonly Node[]): number {
  const [first] = chain;
  if (first === undefined || !isLong(chain)) return 0;
  const lines = linesOf(first.place.location?.file);
  if (lines === undefined || hasReturnType(lines, first.place.location)) return 0;
  const seen = new Set<string>();
  let run: Node[] = [];
  for (const node of chain) {
    const { location } = node.place;
    const at = `${location?.line}:${location?.column}`;
    // A call in a loop is written once, and a variable with a type ends what `tsc` goes through.
    if (seen.has(at)) return 0;
    seen.add(at);
    run = TYPED_VARIABLE.test(lines[(location?.line ?? 0) - 1] ?? "") ? [] : [...run, node];
  }
  return isLong(run) ? run.length : 0;
}

function isLong(chain: readonly Node[]): boolean {
  return chain.reduce((taken, node) => taken + shareOf(node), 0) >= STACK;
}

const TYPED_VARIABLE = /\b(?:const|let)\s+\w+\s*:/;
const RETURN_TYPE = /\)\s*:/;
// The head of a body is looked for in this many lines before its first call.
const HEAD = 30;

function hasReturnType(lines: readonly string[], firstCall: SourceLocation | undefined): boolean {
  const line = firstCall?.line ?? 1;
  return RETURN_TYPE.test(lines.slice(Math.max(0, line - HEAD), line).join("\n"));
}

function linesOf(file: string | undefined): readonly string[] | undefined {
  if (file === undefined || !/\.[cm]?tsx?$/.test(file)) return undefined;
  try {
    // Loaded only here, since importing `node:fs` is slow (docs/benchmarks.md).
    return process.getBuiltinModule("node:fs").readFileSync(file, "utf8").split("\n");
  } catch {
    // A source that is not there cannot be given to `tsc` either.
    return undefined;
  }
}
