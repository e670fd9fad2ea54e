import { coreErrors } from "@flytekit-ts/core/errors";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, entriesOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * Each variable has a type, and a name of letters, digits and underscores.
 *
 * flyteadmin and the task compiler check neither. But the first workflow that calls the task is refused.
 */
export function variableProblems({ template, at }: CheckedTask): readonly Problem[] {
  const sides = template.interface;
  return [...sideProblems(sides?.inputs, "input", at), ...sideProblems(sides?.outputs, "output", at)];
}

function sideProblems(
  side: idl.VariableMap | undefined,
  what: "input" | "output",
  at: string,
): readonly Problem[] {
  return entriesOf(side?.variables).flatMap(([name, variable]) => {
    const input = brief(name);
    if (!/^\w+$/.test(name)) {
      return [
        toProblem(coreErrors.VARIABLE_NAME_INVALID({ name: input, where: `${what}s of ${at}` }), { input }),
      ];
    }
    if (variable?.type?.type != null) return [];
    return [toProblem(errors.PART_MISSING({ at: `${what} ${input} of ${at}`, part: "type" }), { input })];
  });
}
