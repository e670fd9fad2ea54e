import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import type { BackendCode } from "../../problem/backend-code.js";
import type { Problem, ProblemContext } from "../../problem/problem.js";
import type { Names } from "../sites/names.js";

/**
 * A fault of a binding, as a function that makes its problem.
 *
 * Most faults are never put into words: data that does not fit one variant of a union may fit the next.
 */
export type Fault = () => Problem;

/** The owner of bindings: a node, or the workflow for its outputs. */
export interface Holder {
  /** Absent for the workflow. */
  readonly nodeId: string | undefined;
  /** The names that the bindings can refer to. */
  readonly names: Names;
  /** The bindings can refer to nodes up to this position in the list of nodes. */
  readonly upTo: number;
  /** Whether its inputs have no declared types: then each has the type of the whole output that is bound to it. */
  readonly takesWhole: boolean;
}

/** The place of a binding, or of a part of it. */
export interface Spot {
  readonly holder: Holder;
  readonly input: string;
  /** The path into the value of the input: `[0]["a"]`. */
  readonly path: string;
}

/** A node in words: `pipeline.n0`, or the words of its author if they are known. */
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
  // The author never named a bare output.
  const isBare = nodeId === undefined && input === BARE_OUTPUT && names.wordsOf !== undefined;
  if (isBare) return `The output of ${names.workflow}${path}`;
  return `${describeHolder(holder)}.${input}${path}`;
}

/** The context of a problem at a spot. */
export function contextOf(
  { holder: { nodeId }, input }: Spot,
  backendCode: BackendCode | undefined,
  types: { readonly expected?: string; readonly got?: string } = {},
): ProblemContext {
  return { nodeId, input, backendCode, ...types };
}
