import type { SourceLocation } from "@flytekit-ts/core/graph";
import type { CheckedProblem } from "../../checking/checked-problem.js";
import type { JsonValue, Output } from "../../command/output.js";
import { shownPath } from "../../project/config-file/shown-path.js";

/** A problem for people: its place first, so that editors and terminals make a link of it. */
export function problemLines(
  problem: CheckedProblem,
  { out, cwd }: { readonly out: Output; readonly cwd: string },
): readonly string[] {
  const { severity, code, message, hint, location, profiles } = problem;
  const place = location === undefined ? "" : `${out.paint("cyan", placeWords(location, cwd))} `;
  const tag = out.paint(severity === "error" ? "red" : "yellow", `${severity} [${code}]`);
  const where = profiles
    .map((name) => (name === "" ? "without a profile" : `with profile ${name}`))
    .join(", ");
  return [
    `${place}${tag} ${message}`,
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
    ...(where === "" ? [] : [`  only ${where}`]),
  ];
}

/** A problem as `--json` prints it. */
export function problemObject(problem: CheckedProblem): { readonly [key: string]: JsonValue | undefined } {
  const { severity, code, message, hint, location, profiles, workflow, nodeId, input, backendCode } = problem;
  return {
    ...{ kind: "problem", severity, code, message, hint },
    ...{ file: location?.file, line: location?.line, column: location?.column },
    ...{ workflow, node: nodeId, input, backendCode },
    profiles: profiles.length === 0 ? undefined : profiles.map((name) => (name === "" ? null : name)),
  };
}

function placeWords({ file, line, column }: SourceLocation, cwd: string): string {
  return `${shownPath(file, cwd)}:${line}:${column}`;
}
