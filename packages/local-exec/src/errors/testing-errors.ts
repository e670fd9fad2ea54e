import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of the testing kit: a part of the catalogue. */
export const testingErrors = defineErrors({
  FAULT_UNUSED: {
    origin: "user",
    message: (p: { fault: string }) => `The fault for ${p.fault} struck nothing in this run.`,
    hint: 'Compare it with the paths, tasks, items and attempts of the run, or allow it with `unused: "allowed"`.',
  },
  INTERLEAVING_FAILED: {
    origin: "user",
    message: (p: { seed: number; run: number; message: string }) =>
      `The order of the seed ${p.seed} (run ${p.run}) fails: ${p.message}`,
    hint: ({ seed }) => `Run this order alone: \`explore({ seeds: [${seed}] }, ...)\`.`,
  },
  MOCK_UNUSED: {
    origin: "user",
    message: (p: { entity: string }) => `The mock of ${p.entity} was not called in this run.`,
    hint: 'Leave the mock out, or allow it: `mocked(entity, result, { unused: "allowed" })`.',
  },
  RUN_ASSERTION_FAILED: {
    origin: "user",
    message: (p: { message: string }) => p.message,
  },
  SCHEDULE_NOT_RUNNABLE: {
    origin: "user",
    message: (p: { plan: string; problem: string }) => `The schedule of ${p.plan} cannot run: ${p.problem}.`,
    hint: "Pass a launch plan with a `schedule`, and how often it runs or until when: `runSchedule(plan, { clock, times: 3 })`.",
  },
});
