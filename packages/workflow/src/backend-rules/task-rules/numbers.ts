import { coreErrors } from "@flytekit-ts/core/errors";
import { type Problem, toProblem } from "../../problem/problem.js";
import { itemsOf, numberOf } from "../parts/message-parts.js";
import { INT32, isWholeNumber, UINT32, wholeNumberWords } from "../parts/whole-number.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * The numbers of a task fit the fields of the message.
 *
 * A number that does not fit fails only when the message is encoded, with an error that names no task.
 */
export function numberProblems({ template, at }: CheckedTask): readonly Problem[] {
  const { taskTypeVersion, metadata, target } = template;
  const ports = target?.$case === "container" ? itemsOf(target.value?.ports) : [];
  const numbers = [
    ["taskTypeVersion", numberOf(taskTypeVersion), INT32],
    ["retries", numberOf(metadata?.retries?.retries), UINT32],
    ...ports.map((port) => ["ports", numberOf(port?.containerPort), UINT32] as const),
  ] as const;
  return numbers
    .filter(([, given, most]) => !isWholeNumber(given, 0, most))
    .map(([option, given, most]) =>
      toProblem(coreErrors.OPTION_INVALID({ at, option, wanted: wholeNumberWords(0, most), given }), {}),
    );
}
