import type { JsonValue } from "../../command/output.js";
import type { Failure } from "./failure.js";

/** An error as `--json` prints it. */
export function failureObject(failure: Failure): { readonly [key: string]: JsonValue | undefined } {
  const { code, message, hint, location, docs, causes, problems } = failure;
  return {
    kind: "error",
    code,
    message,
    hint,
    location: location && { file: location.file, line: location.line, column: location.column },
    docs,
    causes: causes.length === 0 ? undefined : causes,
    problems: problems.length === 0 ? undefined : problems.map(problemObject),
  };
}

function problemObject({ code, severity, message, hint, location, docs }: Failure): JsonValue {
  return { code, severity, message, hint, location: location && { ...location }, docs };
}
