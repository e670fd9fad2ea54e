import type { FlytekitError } from "@flytekit-ts/core/errors";
import { hintForShells } from "../terminal/failures/hint-for-shells.js";
import { placeForAuthors } from "../terminal/failures/place-for-authors.js";
import type { Problem } from "@flytekit-ts/workflow/checks";

/** A problem of a project, and the profiles in which it is there; none named: with all settings. */
export interface CheckedProblem extends Problem {
  readonly profiles: readonly string[];
}

/** The problems that an error stands for: those that it lists, else itself. */
export function problemsOfError(error: FlytekitError): readonly Problem[] {
  const listed = (error.params as { readonly problems?: unknown } | undefined)?.problems;
  if (Array.isArray(listed) && listed.length > 0 && listed.every(isProblem)) return listed;
  const { code, text: message } = error;
  const [hint, location] = [hintForShells(error), placeForAuthors(error.location)];
  return [
    {
      ...{ code, severity: "error", message },
      ...(hint === undefined ? {} : { hint }),
      ...(location === undefined ? {} : { location }),
    },
  ];
}

function isProblem(value: unknown): value is Problem {
  const { code, severity, message } = Object(value) as Partial<Record<keyof Problem, unknown>>;
  return (
    typeof code === "string" &&
    typeof message === "string" &&
    (severity === "error" || severity === "warning")
  );
}
