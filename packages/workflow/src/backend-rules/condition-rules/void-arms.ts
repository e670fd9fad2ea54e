import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { casesOf } from "../sites/flatten-conditions.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "../workflow-rules/rule.js";

/** An arm is not a workflow without outputs, which Flyte runs only from 1.15.3 on. */
export const voidArms: NodeRule = {
  stage: STAGES.interface,
  check({ id, node, inner }, { names }) {
    if (casesOf(node) === undefined) return NO_PROBLEMS;
    return inner.flatMap((arm) => {
      const entity = arm.calls?.entity;
      if (entity?.kind !== "workflow" || entity.interface?.outputs.size !== 0) return [];
      const params = { at: describeNode(id, names), arm: entity.id.name };
      const error = errors.VOID_ARM_NEEDS_NEWER_BACKEND(params);
      return [toProblem(error, { severity: "warning", nodeId: arm.id })];
    });
  },
};
