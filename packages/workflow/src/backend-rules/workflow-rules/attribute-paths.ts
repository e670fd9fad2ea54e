import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { SimpleType } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { describeReference, describeStep } from "../bindings/describe-reference.js";
import { contextOf, describeSpot, type Spot } from "../bindings/fault.js";
import { memberType, resolveReference } from "../bindings/resolve-reference.js";
import { parseOutputName } from "../parts/output-name.js";
import { linkedReferences, type PlacedReference } from "../scopes/references-in.js";
import type { WorkflowRule } from "./rule.js";

/**
 * A reference holds only the name of an output and a path into it. The path uses indexes from 0 for lists, keys for
 * maps and fields for records, and goes into no other type.
 *
 * Flyte's compiler checks only the name and the fields of records, when it resolves the reference. It ignores the
 * rest: `o0-` is `o0`, and a key into a number is the number itself. At run time the engine then uses another value
 * than the author meant, or crashes on a negative index.
 */
export const attributePaths: WorkflowRule = (scope) => {
  const problems: Problem[] = [];
  for (const placed of linkedReferences(scope, (ref) => ref.attrPath.length > 0 || !isExact(ref))) {
    const { ref, spot } = placed;
    if (!isExact(ref)) {
      const params = { name: ref.var, where: `the promise at ${describeSpot(spot)}` };
      problems.push(toProblem(coreErrors.VARIABLE_NAME_INVALID(params), contextOf(spot, undefined)));
    }
    const problem = ref.attrPath.length === 0 ? undefined : pathProblem(placed);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
};

// A text that names no output at all is reported where the reference is resolved.
function isExact(ref: idl.OutputReference): boolean {
  return parseOutputName(ref.var)?.isExact !== false;
}

function pathProblem({ ref, spot }: PlacedReference): Problem | undefined {
  let type = resolveReference({ ...ref, attrPath: [] }, spot, [])?.type;
  for (const [i, step] of ref.attrPath.entries()) {
    if (type === undefined) return undefined;
    const fault = stepFault(type, step);
    if (fault !== undefined) return fault({ ...ref, attrPath: ref.attrPath.slice(0, i) }, step, spot);
    type = memberType(type, step);
  }
  return undefined;
}

/** Makes the problem of a wrong step. `before` refers to the value that the step starts from. */
type StepFault = (before: idl.OutputReference, step: idl.PromiseAttribute, spot: Spot) => Problem;

function stepFault({ type }: idl.LiteralType, { value }: idl.PromiseAttribute): StepFault | undefined {
  if (value === undefined) return noStep;
  const isIndex = value.$case === "intValue";
  if (isIndex && value.value < 0) return notAnIndex;
  if (type?.$case === "collectionType") return isIndex ? undefined : notAnIndex;
  if (type?.$case === "mapValueType") return isIndex ? notAKey : undefined;
  // A record without declared fields may hold anything.
  return type?.$case === "simple" && type.value === SimpleType.STRUCT ? undefined : noParts;
}

const noStep: StepFault = (before, _, spot) => {
  const part = `a field, key or index after ${describeReference(before, spot.holder.names)}`;
  return toProblem(errors.MESSAGE_INCOMPLETE({ at: describeSpot(spot), part }), contextOf(spot, undefined));
};

const notAnIndex: StepFault = (before, { value }, spot) => {
  return wrongStep("an index from 0", value?.value, before, spot);
};

const notAKey: StepFault = (before, { value }, spot) => wrongStep("a key", value?.value, before, spot);

function wrongStep(wanted: string, index: unknown, before: idl.OutputReference, spot: Spot): Problem {
  const error = coreErrors.PROMISE_INDEX_INVALID({
    promise: describeReference(before, spot.holder.names),
    index,
    wanted,
  });
  return toProblem(error, contextOf(spot, undefined, { expected: wanted, got: String(index) }));
}

const noParts: StepFault = (before, attribute, spot) => {
  const step = describeStep(attribute);
  const params = {
    at: describeSpot(spot),
    path: `${describeReference(before, spot.holder.names)}${step}`,
    step,
  };
  return toProblem(coreErrors.ATTRIBUTE_NOT_FOUND(params), contextOf(spot, undefined));
};
