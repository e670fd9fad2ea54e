import { t, task, workflow } from "@flytekit-ts/workflow";

/** Stands for flytekit's class of errors that are worth another attempt. */
class Recoverable extends Error {}

export const flaky = task(
  { name: "x06_retries.flaky", inputs: { good: t.int() }, output: t.int(), retries: 2 },
  ({ good }, { attempt }) => {
    if (attempt < good) throw new Recoverable(`attempt ${attempt}`);
    return attempt;
  },
);
// Without `retry` any error of a task with retries is recoverable here, and only those of one class in flytekit.
export const plain = task(
  {
    name: "x06_retries.plain",
    inputs: { x: t.int() },
    output: t.int(),
    retries: 2,
    retry: { on: [Recoverable] },
  },
  (): number => {
    throw new Error("not recoverable");
  },
);

const recovers = workflow(
  { name: "x06_retries.recovers", inputs: { good: t.int() }, output: t.int() },
  ({ good }) => flaky({ good }),
);
const never = workflow({ name: "x06_retries.never", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  plain({ x }),
);

/** Errors that are recoverable and one that is not, and what attempt a task sees. */
export const entities = [recovers, never];
