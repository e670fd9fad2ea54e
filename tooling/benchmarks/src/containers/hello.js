import { t, task } from "@flytekit-ts/workflow";

/** The least that a container can do. */
export const hello = task({ name: "hello", output: t.string() }, () => "hello");

/** Ten thousand errors that the task handles itself. It gives the milliseconds that they took. */
export const handles = task({ name: "handles", output: t.float() }, () => {
  const start = performance.now();
  let read = 0;
  for (let i = 0; i < 10_000; i += 1) {
    try {
      throw new TypeError(`the ${i}th`);
    } catch (error) {
      read += /** @type {Error} */ (error).stack?.length ?? 0;
    }
  }
  return read === 0 ? 0 : performance.now() - start;
});
