import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import type { BackendCode } from "../../problem/backend-code.js";
import type { Problem, ProblemContext } from "../../problem/problem.js";
import type { Names } from "../sites/names.js";

/**
 * Something wrong with a binding, told when it is asked for.
 *
 * What does not fit one variant of a union may fit the next, so most faults are never put into words.
 */
export type Fault = () => Problem;

/** Who holds bindings: a node, or for its outputs the workflow. */
export interface Holder {
  /** Absent for the workflow. */
  readonly nodeId: string | undefined;
  /** What the bindings can refer to. */
  readonly names: Names;
  /** Place in the list of nodes up to which they are known. */
  readonly upTo: number;
  /** Whether it declares no types of inputs: each has the type of the whole output that is bound to it. */
  readonly takesWhole: boolean;
}

/** Where a binding stands. */
export interface Spot {
  readonly holder: Holder;
  readonly input: string;
  /** The way into the value of the input: `[0]["a"]`. */
  readonly path: string;
}

/** A node in words: `pipeline.n0`, or what its author calls it. */
export function describeNode(
  nodeId: string,
  { workflow, wordsOf }: Pick<Names, "workflow" | "wordsOf">,
): string {
  return wordsOf?.(workflow, nodeId) ?? `${workflow}.${nodeId}`;
}

/** A holder in words: a node, or `pipeline`. */
export function describeHolder({ nodeId, names }: Holder): string {
  return nodeId === undefined ? names.workflow : describeNode(nodeId, names);
}

/** A spot in words: `pipeline.n0.xs[0]`. */
export function describeSpot({ holder, input, path }: Spot): string {
  const { nodeId, names } = holder;
  // A bare output has no name to its author.
  const isBare = nodeId === undefined && input === BARE_OUTPUT && names.wordsOf !== undefined;
  if (isBare) return `The output of ${names.workflow}${path}`;
  return `${describeHolder(holder)}.${input}${path}`;
}

/** What a problem at a spot is about. */
export function contextOf(
  { holder: { nodeId }, input }: Spot,
  backendCode: BackendCode | undefined,
  types: { readonly expected?: string; readonly got?: string } = {},
): ProblemContext {
  return { nodeId, input, backendCode, ...types };
}
