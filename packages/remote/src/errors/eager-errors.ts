import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of eager orchestration: a part of the catalogue. */
export const eagerErrors = defineErrors({
  EAGER_CHILD_FAILED: {
    origin: "user",
    message: (p: { eager: string; entity: string; execution: string | undefined; message: string }) =>
      `${p.entity}, which ${p.eager} started${p.execution === undefined ? "" : ` as ${p.execution}`}, failed: ${p.message}`,
    hint: "Look at the `cause` of this error. Catch it in the body to go on without the outputs.",
  },
  EAGER_OUTSIDE: {
    origin: "user",
    message: (p: { eager: string; problem: string }) => `${p.eager} cannot start anything: ${p.problem}.`,
    hint: "Run it with `runLocal(entity, inputs)` in this process, or on a cluster.",
  },
});
