import { conditional, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

const later = { failurePolicy: "fail-after-executable-nodes-complete" } as const;
const one = { inputs: { x: t.int() }, output: t.int() };

export const boom = task({ name: "x11_branch_waits.boom", ...one }, () => {
  throw new NonRecoverableError("boom");
});
export const inc = task({ name: "x11_branch_waits.inc", ...one }, ({ x }) => x + 1);

const waits = workflow({ name: "x11_branch_waits.waits", ...one, ...later }, ({ x }) => {
  const bad = boom({ x });
  const a = inc({ x });
  const c = conditional("c")
    .if(a.gt(0), () => inc({ x: bad }))
    .else(() => inc({ x: a }));
  return inc({ x: c });
});
const notTaken = workflow({ name: "x11_branch_waits.not_taken", ...one, ...later }, ({ x }) => {
  const bad = boom({ x });
  const a = inc({ x });
  const c = conditional("c")
    .if(a.lt(0), () => inc({ x: bad }))
    .else(() => inc({ x: a }));
  return inc({ x: c });
});
const slowArm = workflow({ name: "x11_branch_waits.slow_arm", ...one }, ({ x }) => {
  const s = inc({ x: inc({ x: inc({ x }) }) });
  return conditional("c")
    .if(x.gt(0), () => inc({ x: s }))
    .else(() => inc({ x }));
});

/** Conditionals whose arms need more than the conditional does: a node that fails, or one that takes longer. */
export const entities = [waits, notTaken, slowArm];
