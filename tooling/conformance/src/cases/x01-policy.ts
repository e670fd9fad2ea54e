import { NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

export const boom = task({ name: "x01_policy.boom", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  throw new NonRecoverableError(`boom ${x}`);
});
export const inc = task(
  { name: "x01_policy.inc", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x + 1,
);

const declared = { inputs: { x: t.int() }, outputs: { o0: t.int(), o1: t.int() } } as const;

const immediately = workflow({ name: "x01_policy.immediately", ...declared }, ({ x }) => {
  const o0 = inc({ x: boom({ x }) });
  return { o0, o1: inc({ x: inc({ x: inc({ x }) }) }) };
});

const later = workflow(
  { name: "x01_policy.later", ...declared, failurePolicy: "fail-after-executable-nodes-complete" },
  ({ x }) => {
    const o0 = inc({ x: boom({ x }) });
    return { o0, o1: inc({ x: inc({ x: inc({ x }) }) }) };
  },
);

/** One node fails; whether the other part of the graph goes on is the policy's. */
export const entities = [immediately, later];
