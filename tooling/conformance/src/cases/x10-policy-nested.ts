import { launchPlan, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

const later = { failurePolicy: "fail-after-executable-nodes-complete" } as const;
const one = { inputs: { x: t.int() }, output: t.int() };
const two = { inputs: { x: t.int() }, outputs: { o0: t.int(), o1: t.int() } };

export const boom = task({ name: "x10_policy_nested.boom", ...one }, () => {
  throw new NonRecoverableError("boom");
});
export const inc = task({ name: "x10_policy_nested.inc", ...one }, ({ x }) => x + 1);

const patient = workflow({ name: "x10_policy_nested.patient", ...two, ...later }, ({ x }) => {
  return { o0: boom({ x }), o1: inc({ x: inc({ x: inc({ x }) }) }) };
});
const hasty = workflow({ name: "x10_policy_nested.hasty", ...two }, ({ x }) => {
  return { o0: boom({ x }), o1: inc({ x: inc({ x: inc({ x }) }) }) };
});

const rootHasty = workflow({ name: "x10_policy_nested.root_hasty", ...one }, ({ x }) => patient({ x }).o1);
const rootPatient = workflow(
  { name: "x10_policy_nested.root_patient", ...one, ...later },
  ({ x }) => hasty({ x }).o1,
);

const patientPlan = launchPlan(patient, { name: "patient.plan" });
const hastyPlan = launchPlan(hasty, { name: "hasty.plan" });

const planPatient = workflow(
  { name: "x10_policy_nested.plan_patient", ...one },
  ({ x }) => patientPlan({ x }).o1,
);
const planHasty = workflow(
  { name: "x10_policy_nested.plan_hasty", ...one, ...later },
  ({ x }) => hastyPlan({ x }).o1,
);

/** A sub-workflow runs under the root's policy, a plan's child under its own. */
export const entities = [rootHasty, rootPatient, patientPlan, hastyPlan, planPatient, planHasty];
