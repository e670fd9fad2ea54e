import type { CheckedProblem } from "../../checking/checked-problem.js";
import type { JsonValue } from "../../command/output.js";
import { docsPage } from "../../terminal/failures/docs-page.js";
import { type FailureStyle, pageLine, problemLines } from "../../terminal/failures/failure-lines.js";

/** A problem for people: what is wrong, the line, what to do, with which profiles, and the page of its code. */
export function checkedLines(problem: CheckedProblem, style: FailureStyle): readonly string[] {
  const { code, severity, message, hint, location, profiles } = problem;
  const names = profiles.map((name) => (name === "" ? "without a profile" : `with profile ${name}`));
  const none = { causes: [], problems: [], stack: undefined };
  return [
    ...problemLines({ code, severity, message, hint, location, docs: docsPage(code), ...none }, style),
    ...(names.length === 0 ? [] : [`  only ${names.join(" and ")}`]),
    pageLine(docsPage(code), style),
  ];
}

/** A problem as `--json` prints it. */
export function checkedObject(problem: CheckedProblem): { readonly [key: string]: JsonValue | undefined } {
  const { severity, code, message, hint, location, profiles, workflow, nodeId, input, backendCode } = problem;
  return {
    ...{ kind: "problem", severity, code, message, hint },
    location: location && { file: location.file, line: location.line, column: location.column },
    ...{ workflow, node: nodeId, input, backendCode, docs: docsPage(code) },
    profiles: profiles.length === 0 ? undefined : profiles.map((name) => (name === "" ? null : name)),
  };
}
