import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import * as errors from "../../errors.js";
import { NAME, VERSION, wantedInstead } from "../../messages/id-parts.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { variablesOf } from "../sites/variables.js";
import type { WorkflowRule } from "./rule.js";

const VARIABLE = /^[A-Za-z_]\w*$/;

/**
 * The identifier of a workflow holds only characters that need no escaping in the path where it is stored, and its
 * inputs and outputs have names that a reference can hold. The backend checks neither. `%`, `?` and `#` lead to
 * another path, and a variable called `a-b` is refused only when the first reference to it is linked.
 */
export const names: WorkflowRule = ({ template: { id, interface: types }, workflow }) => {
  const variables = [...variablesOf(types?.inputs).keys(), ...variablesOf(types?.outputs).keys()];
  return [
    ...(id === undefined ? [] : identifierProblems(id)),
    ...variables
      .filter((name) => name !== "" && !VARIABLE.test(name))
      .map((name) => {
        const error = coreErrors.VARIABLE_NAME_INVALID({ name, where: `the interface of ${workflow}` });
        return toProblem(error, { input: name });
      }),
  ];
};

// Empty parts are filled in when the workflow is registered.
function identifierProblems({ project, domain, name, version }: idl.Identifier): readonly Problem[] {
  const parts = [
    ["project", project, NAME],
    ["domain", domain, NAME],
    ["version", version, VERSION],
  ] as const;
  return [
    ...(NAME.pattern.test(name) ? [] : [toProblem(coreErrors.NAME_INVALID({ kind: "workflow", name }), {})]),
    ...parts
      .filter(([, given, { pattern }]) => given !== "" && !pattern.test(given))
      .map(([setting, given, part]) =>
        toProblem(errors.SETTINGS_INVALID({ setting, wanted: wantedInstead(part, given), given }), {}),
      ),
  ];
}
