import { ExecutionSpec, LaunchPlanSpec, WorkflowExecutionConfig } from "@flytekit-ts/models/admin";
import { expect, it } from "vitest";
import { attributes } from "../../registry/tables.js";
import { State } from "../../state/state.js";
import { executionConfig } from "./execution-config.js";

const annotationsOf = (from: string) => ({ values: new Map([["from", from]]) });

/** Attributes of a project, a domain, and a workflow, each of which is told by its parallelism. */
function scope(...said: readonly (readonly [number, string, string])[]) {
  const state = new State();
  for (const [maxParallelism, domain, workflow] of said) {
    const value = { ...WorkflowExecutionConfig.create({}), maxParallelism };
    const target = { $case: "workflowExecutionConfig", value } as const;
    const place = { resource: "WORKFLOW_EXECUTION_CONFIG", project: "p", domain, workflow };
    state.table(attributes).insert(JSON.stringify(place), { ...place, attributes: { target } });
  }
  return { state, project: "p", domain: "d", workflow: "w" };
}

const request = (said: Partial<ExecutionSpec>) => ({ ...ExecutionSpec.create({}), ...said });
const plan = (said: Partial<LaunchPlanSpec>) => ({ ...LaunchPlanSpec.create({}), ...said });

it("takes what the request says before what the plan says, each by itself", () => {
  const config = executionConfig(
    scope(),
    request({ maxParallelism: 3, annotations: { values: new Map() }, interruptible: false }),
    plan({ maxParallelism: 9, annotations: annotationsOf("plan"), interruptible: true }),
  );
  expect(config).toMatchObject({
    maxParallelism: 3,
    annotations: annotationsOf("plan"),
    interruptible: false,
  });
});

it("takes the environment of the plan in place of one that is there and empty", () => {
  const envs = { values: [{ key: "A", value: "b" }] };
  expect(executionConfig(scope(), request({ envs: { values: [] } }), plan({ envs })).envs).toEqual(envs);
});

it.each([
  [
    "the workflow in the domain",
    [
      [1, "", ""],
      [2, "d", ""],
      [3, "", "w"],
      [4, "d", "w"],
    ],
    4,
  ],
  [
    "the workflow",
    [
      [1, "", ""],
      [2, "d", ""],
      [3, "", "w"],
    ],
    3,
  ],
  [
    "the domain",
    [
      [1, "", ""],
      [2, "d", ""],
      [5, "d", "other"],
    ],
    2,
  ],
  [
    "the project",
    [
      [1, "", ""],
      [5, "other", ""],
    ],
    1,
  ],
  [
    "the project, where the closest one says nothing",
    [
      [1, "", ""],
      [0, "d", "w"],
    ],
    1,
  ],
  ["the server", [], 25],
] as const)("goes by attributes of %s", (_, said, parallelism) => {
  expect(executionConfig(scope(...said), request({}), plan({})).maxParallelism).toBe(parallelism);
});

it("makes a context of the role that older clients name", () => {
  const authRole = { assumableIamRole: "iam", kubernetesServiceAccount: "robot" };
  const { securityContext } = executionConfig(scope(), request({ authRole }), plan({ role: "plan's" }));
  expect(securityContext?.runAs).toMatchObject({ iamRole: "iam", k8sServiceAccount: "robot" });
  expect(
    executionConfig(scope(), request({}), plan({ role: "plan's" })).securityContext?.runAs,
  ).toMatchObject({
    iamRole: "plan's",
  });
});
