import * as errors from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import type { InputRule } from "../workflow-rules/rule.js";

/** Every given task and sub-workflow has an identifier. Flyte's compiler stops at once if one has none. */
export const identifiers: InputRule = ({ given: { subWorkflows, tasks } }) => {
  const nameless = [
    ...subWorkflows.filter(({ id }) => id === undefined).map(() => "A sub-workflow"),
    ...tasks.filter(({ id }) => id === undefined).map(() => "A task"),
  ];
  return nameless.map((at) =>
    toProblem(errors.MESSAGE_INCOMPLETE({ at, part: "an identifier" }), { backendCode: "ValueRequired" }),
  );
};
