import { mock } from "@flytekit-ts/local-exec";
import { grade } from "./grading.js";

/** Stands for the Python task where there is no Python. */
export const gradeHere = mock(grade, ({ apples, lightest, strict }) => {
  const isForTable = ({ variety, grams, bruises }: (typeof apples)[number]): boolean =>
    grams >= (lightest[variety] ?? 100) && bruises <= (strict === true ? 0 : 2);
  return (["table", "juice"] as const).map((kind) => {
    const those = apples.filter((apple) => isForTable(apple) === (kind === "table"));
    const kilograms = those.reduce((sum, { grams }) => sum + grams / 1000, 0);
    return { grade: kind, apples: those.length, kilograms };
  });
});
