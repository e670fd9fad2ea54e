import type { Problem } from "./problem.js";

/** A problem as it is printed, like an error of its own: `[CODE] message`, a line with its place, one with the hint. */
export function describeProblem({ code, severity, message, hint, location }: Problem): string {
  const lines = [`${severity === "warning" ? "warning " : ""}[${code}] ${message}`];
  if (location !== undefined) lines.push(`  at ${location.file}:${location.line}:${location.column}`);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join("\n");
}

// Who mends the first of many often mends the others.
const MOST = 20;

/** Problems as a list, the first 20 of them. */
export function describeProblems(problems: readonly Problem[]): string {
  const items = problems
    .slice(0, MOST)
    .map((problem) => `  - ${describeProblem(problem).replaceAll("\n", "\n    ")}`);
  const rest = problems.length - items.length;
  return [...items, ...(rest === 0 ? [] : [`  and ${rest} more`])].join("\n");
}
