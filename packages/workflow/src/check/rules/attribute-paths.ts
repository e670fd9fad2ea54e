import type * as idl from "@flytekit-ts/models/core";
import { coreErrors, SimpleType } from "@flytekit-ts/core/plugin";
import { errors } from "../../errors.js";
import { describeReference, describeStep } from "../describe-reference.js";
import { contextOf, describeSpot, type Spot } from "../fault.js";
import { parseOutputName } from "../output-name.js";
import { type Problem, toProblem } from "../problem.js";
import { linkedReferences, type PlacedReference } from "../references-in.js";
import { memberType, resolveReference } from "../resolve-reference.js";
import type { WorkflowRule } from "../rule.js";

/**
 * A reference says no more than the name of an output and a path into it, which goes into lists by indexes from 0,
 * into maps by keys, into records by fields, and into nothing else.
 *
 * Flyte's compiler asks for a name and for the fields of records (where it resolves the reference), and passes over
 * the rest: `o0-` is `o0`, and a key of a number is the number. At run time it then gives another value than was
 * meant, or dies of a negative index.
 */
export const attributePaths: WorkflowRule = (scope) => {
  const problems: Problem[] = [];
  for (const placed of linkedReferences(scope)) {
    const { ref, spot } = placed;
    if (parseOutputName(ref.var)?.isExact === false) {
      const params = { name: ref.var, where: `the promise at ${describeSpot(spot)}` };
      problems.push(toProblem(coreErrors.VARIABLE_NAME_INVALID(params), contextOf(spot, undefined)));
    }
    const problem = ref.attrPath.length === 0 ? undefined : pathProblem(placed);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
};

function pathProblem({ ref, spot }: PlacedReference): Problem | undefined {
  let type = resolveReference({ ...ref, attrPath: [] }, spot, [])?.type;
  for (const [i, step] of ref.attrPath.entries()) {
    if (type === undefined) return undefined;
    const before = { ...ref, attrPath: ref.attrPath.slice(0, i) };
    const problem = stepProblem(type, step, before, spot);
    if (problem !== undefined) return problem;
    type = memberType(type, step);
  }
  return undefined;
}

/** What is wrong with one step from a value of this type; `before` leads to the value. */
function stepProblem(
  { type }: idl.LiteralType,
  { value }: idl.PromiseAttribute,
  before: idl.OutputReference,
  spot: Spot,
): Problem | undefined {
  if (value === undefined) {
    const params = {
      at: describeSpot(spot),
      part: `a field, key or index after ${describeReference(before, spot.holder.names)}`,
    };
    return toProblem(errors.MESSAGE_INCOMPLETE(params), contextOf(spot, undefined));
  }
  const isIndex = value.$case === "intValue";
  const isNegative = isIndex && value.value < 0;
  if (isNegative || (type?.$case === "collectionType" && !isIndex)) {
    return badStep("an index from 0", value.value, before, spot);
  }
  if (type?.$case === "mapValueType" && isIndex) return badStep("a key", value.value, before, spot);
  if (type?.$case === "collectionType" || type?.$case === "mapValueType") return undefined;
  if (type?.$case === "simple" && type.value === SimpleType.STRUCT) return undefined;
  const step = describeStep({ value });
  const params = {
    at: describeSpot(spot),
    path: `${describeReference(before, spot.holder.names)}${step}`,
    step,
  };
  return toProblem(coreErrors.ATTRIBUTE_NOT_FOUND(params), contextOf(spot, undefined));
}

function badStep(wanted: string, index: string | number, before: idl.OutputReference, spot: Spot): Problem {
  const error = coreErrors.PROMISE_INDEX_INVALID({
    promise: describeReference(before, spot.holder.names),
    index,
    wanted,
  });
  return toProblem(error, contextOf(spot, undefined, { expected: wanted, got: String(index) }));
}
