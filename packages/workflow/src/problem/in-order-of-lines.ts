import type { Problem } from "./problem.js";

/**
 * Problems in the order in which an author goes through them: file by file, and line by line in each file. Files
 * come in the order of their first problem.
 *
 * Warnings come after all errors, because only the first of many problems are printed. Problems without a place
 * come last.
 */
export function inOrderOfLines(problems: readonly Problem[]): readonly Problem[] {
  const files = new Map<string, number>();
  for (const { location } of problems) {
    if (location !== undefined && !files.has(location.file)) files.set(location.file, files.size);
  }
  const fileOf = ({ location }: Problem): number => files.get(location?.file ?? "") ?? files.size;
  return problems.toSorted(
    (a, b) =>
      Number(a.severity === "warning") - Number(b.severity === "warning") ||
      fileOf(a) - fileOf(b) ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0),
  );
}
