import type { Problem } from "./problem.js";

/** The text of a problem, printed like an error: `[CODE] message`, then a line for its place and one for its hint. */
export function describeProblem({ code, severity, message, hint, location }: Problem): string {
  const lines = [`${severity === "warning" ? "warning " : ""}[${code}] ${message}`];
  if (location !== undefined) lines.push(`  at ${location.file}:${location.line}:${location.column}`);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join("\n");
}

// Fixing the first of many problems often fixes the others.
const MOST = 20;

/** Problems as a list, the first 20 of them. */
export function describeProblems(problems: readonly Problem[]): string {
  const items = problems
    .slice(0, MOST)
    .map((problem) => `  - ${describeProblem(problem).replaceAll("\n", "\n    ")}`);
  const rest = problems.length - items.length;
  return [...items, ...(rest === 0 ? [] : [`  and ${rest} more`])].join("\n");
}
