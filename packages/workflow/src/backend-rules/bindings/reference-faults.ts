import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import { few } from "../parts/few.js";
import { START } from "../sites/site.js";
import type { Variables } from "../sites/variables.js";
import { describeReference, describeStep } from "./describe-reference.js";
import { contextOf, describeSpot, type Fault, type Spot } from "./fault.js";

/** Why a reference leads to no node. */
export type NoNode = "unknown" | "listed later" | "itself";

/** The fault of a reference to a node that does not exist, or not yet. */
export function noNode(why: NoNode, ref: idl.OutputReference, spot: Spot): Fault {
  return () => {
    const { workflow } = spot.holder.names;
    const params = { at: describeSpot(spot), promise: describeReference(ref, spot.holder.names) };
    const context = contextOf(spot, "NodeReferenceNotFound");
    switch (why) {
      case "unknown":
        return toProblem(
          errors.PROMISE_OUT_OF_PLACE({ ...params, workflow, node: describeId(ref, spot) }),
          context,
        );
      case "listed later":
        return toProblem(errors.NODE_LISTED_LATE({ ...params, node: describeId(ref, spot) }), context);
      case "itself": {
        const node = describeId(ref, spot);
        const error = errors.WORKFLOW_CYCLIC({ workflow, path: [node, node] });
        return toProblem(error, contextOf(spot, "VariableNameNotFound"));
      }
    }
  };
}

function describeId({ nodeId }: idl.OutputReference, { holder: { names } }: Spot): string {
  return names.wordsOf?.(names.workflow, nodeId) ?? nodeId;
}

/** The fault of a reference that holds no name of an output, or more than one. */
export function noName(ref: idl.OutputReference, spot: Spot): Fault {
  return () => {
    const params = { name: ref.var, where: `the promise at ${describeSpot(spot)}` };
    return toProblem(coreErrors.VARIABLE_NAME_INVALID(params), contextOf(spot, "SyntaxError"));
  };
}

/** The fault of a reference to an output that its node does not have. */
export function noOutput(ref: idl.OutputReference, spot: Spot, outputs: Variables): Fault {
  return () => {
    const isInput = ref.nodeId === "" || ref.nodeId === START;
    const params = {
      at: describeSpot(spot),
      promise: describeReference(ref, spot.holder.names),
      owner: isInput ? `the start of ${spot.holder.names.workflow}` : describeId(ref, spot),
      known: few(outputs.keys()),
    };
    return toProblem(errors.OUTPUT_NOT_FOUND(params), contextOf(spot, "VariableNameNotFound"));
  };
}

/** The fault of a reference to an element of an output that is not a list. */
export function noList(ref: idl.OutputReference, spot: Spot, type: idl.LiteralType): Fault {
  return () => {
    const types = { expected: "list", got: describeLiteralType(type) };
    const params = {
      at: describeSpot(spot),
      wanted: `a list for ${describeReference(ref, spot.holder.names)}`,
      given: types.got,
    };
    return toProblem(coreErrors.BINDING_TYPE_MISMATCH(params), contextOf(spot, "MismatchingTypes", types));
  };
}

/** The fault of a path to a field that a record does not have. `index` is the index of that step. */
export function noField(ref: idl.OutputReference, index: number, spot: Spot): Fault {
  return () => {
    const step = ref.attrPath
      .slice(index, index + 1)
      .map(describeStep)
      .join("");
    const params = { at: describeSpot(spot), path: describeReference(ref, spot.holder.names), step };
    return toProblem(coreErrors.ATTRIBUTE_NOT_FOUND(params), contextOf(spot, "FieldNotFound"));
  };
}
