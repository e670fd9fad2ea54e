import type { Span } from "@flytekit-ts/models/core";
import { later, nanosOf } from "../times.js";
import type { Row, TaskRunRow } from "../tables.js";
import { operation, operationUnlessBack, spanOf } from "./spans.js";

/** The attempts of a task, one after the other, with the time between them. */
export function attemptSpans(runs: readonly Row<TaskRunRow>[], depth: number): readonly Span[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1]?.closure;
    const gap =
      before === undefined ? [] : [operation(before.updatedAt, run.closure.createdAt, "NODE_RESET")];
    return depth === 0 ? gap : [...gap, attemptSpan(run)];
  });
}

/** Attempts in the order in which they were created. */
export function inOrder(runs: readonly Row<TaskRunRow>[]): readonly Row<TaskRunRow>[] {
  const nanos = ({ closure: { createdAt } }: TaskRunRow) =>
    createdAt === undefined ? 0n : nanosOf(createdAt);
  return runs.toSorted((one, other) => Number(nanos(one) - nanos(other)));
}

function attemptSpan({ id, closure }: TaskRunRow): Span {
  return spanOf(closure, { $case: "taskId", value: id }, partsOf(closure));
}

function partsOf({ createdAt, startedAt, updatedAt, duration }: TaskRunRow["closure"]): readonly Span[] {
  if (startedAt === undefined) return [operation(createdAt, updatedAt, "TASK_SETUP")];
  const setup = operation(createdAt, startedAt, "TASK_SETUP");
  if (duration === undefined) return [setup, operation(startedAt, updatedAt, "TASK_RUNTIME")];
  const end = later(startedAt, nanosOf(duration));
  return [
    setup,
    operation(startedAt, end, "TASK_RUNTIME"),
    ...operationUnlessBack(end, updatedAt, "TASK_TEARDOWN"),
  ];
}
