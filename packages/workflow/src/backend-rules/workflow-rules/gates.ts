import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

/**
 * A gate has a condition to wait for, and its signal has an id. Flyte's compiler checks the condition when it works
 * out the node's interface. Nothing checks the id, and without it no signal finds the gate.
 */
export const gates: NodeRule = {
  stage: STAGES.interface,
  check({ id, node: { target } }, { names }) {
    if (target?.$case !== "gateNode") return NO_PROBLEMS;
    return missingIn(target.value).map(([part, backendCode]) =>
      toProblem(errors.MESSAGE_INCOMPLETE({ at: describeNode(id, names), part }), {
        nodeId: id,
        backendCode,
      }),
    );
  },
};

type Missing = readonly [part: string, backendCode: BackendCode | undefined];

function missingIn({ condition }: idl.GateNode): readonly Missing[] {
  if (condition === undefined) return [["what it waits for", "NoConditionFound"]];
  if (condition.$case === "sleep") return [];
  const missing: Missing[] = condition.value.signalId === "" ? [["the id of its signal", undefined]] : [];
  if (condition.$case === "approve") return missing;
  const { type, outputVariableName } = condition.value;
  if (type === undefined) return [...missing, ["the type of its signal", "ValueRequired"]];
  if (outputVariableName === "") return [...missing, ["the name of its output", "ValueRequired"]];
  return missing;
}
