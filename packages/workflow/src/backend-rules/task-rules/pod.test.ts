import type { BackendCode } from "../../problem/backend-code.js";
import type { K8sPod } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { type Found, foundInTask } from "../../../test/support/sound-messages.js";

const NAME = "primary_container_name";

/** What is found in a task that runs in this pod, whose primary container is `main` if nothing else is said. */
function found(
  podSpec: unknown,
  config: Map<string, string> | undefined = new Map([[NAME, "main"]]),
): readonly Found[] {
  return foundInTask((task) => {
    task.target = { $case: "k8sPod", value: { podSpec, primaryContainerName: "" } as K8sPod };
    task.config = config;
  });
}

const main = { name: "main", image: "i" };
const invalid = (problem: string, backendCode?: BackendCode): Found => {
  const message = `The pod of task t ${problem}.`;
  return backendCode === undefined ? ["POD_INVALID", message] : ["POD_INVALID", message, { backendCode }];
};

describe("the pod of a task", () => {
  it.each([
    [{ containers: [main] }],
    [{ containers: [main, { name: "side-car" }] }],
    [{ containers: [{ name: "a" }, main], restartPolicy: "Never", unknown: { deep: 1 } }],
    [
      {
        containers: [
          { ...main, args: ["x"], env: [{ name: "A", value: "b" }], ports: [{ containerPort: 80 }] },
        ],
      },
    ],
    [{ containers: [main], initContainers: [{ name: "Upper" }] }],
    [
      {
        containers: [
          { ...main, resources: { requests: { cpu: "1", memory: 1024 }, limits: { cpu: "1500m" } } },
        ],
      },
    ],
    [{ containers: [{ ...main, resources: null }] }],
    // Go finds fields in any case of letters; of several the last by bytes counts.
    [{ Containers: [{ NAME: "main" }] }],
    [{ Containers: [{ name: "Main" }], containers: [{ Name: "Main", name: "main" }] }],
    [{ containers: [{ Name: "main", name: null }] }],
    [{ containers: [{ ...main, resources: { requests: null, limits: { cpu: null } } }] }],
  ])("is taken: %j", (podSpec) => {
    expect(found(podSpec)).toEqual([]);
  });

  it("is there, with a specification", () => {
    expect(foundInTask((task) => (task.target = { $case: "k8sPod", value: undefined as never }))).toEqual([
      ["PART_MISSING", "Task t has no pod.", { backendCode: "ValueRequired" }],
    ]);
    for (const nothing of [undefined, null]) {
      expect(found(nothing)).toEqual([
        ["PART_MISSING", "Task t has no pod specification.", { backendCode: "InvalidValue" }],
      ]);
    }
  });

  it.each([
    [{ containers: {} }, "podSpec.containers", "a list"],
    [{ containers: ["main"] }, "podSpec.containers[0]", "an object"],
    [{ containers: [{ name: 1 }] }, "podSpec.containers[0].name", "a string"],
    [{ containers: [main], hostNetwork: "yes" }, "podSpec.hostNetwork", "true or false"],
    [{ containers: [{ ...main, args: [1] }] }, "podSpec.containers[0].args[0]", "a string"],
    [{ containers: [{ ...main, env: [{ value: 1 }] }] }, "podSpec.containers[0].env[0].value", "a string"],
    [
      { containers: [{ ...main, ports: [{ containerPort: "80" }] }] },
      "podSpec.containers[0].ports[0].containerPort",
      "an integer of 32 bits",
    ],
    [{ containers: [{ ...main, livenessProbe: "x" }] }, "podSpec.containers[0].livenessProbe", "an object"],
    [
      { containers: [{ ...main, resources: { limits: { cpu: "1core" } } }] },
      "podSpec.containers[0].resources.limits.cpu",
      'a quantity such as "500m" or "2Gi"',
    ],
    [[], "podSpec", "an object"],
  ])("can be read: not %j", (podSpec, path, wanted) => {
    expect(found(podSpec)).toEqual([
      invalid(`has something at ${path} that is not ${wanted}`, "InvalidValue"),
    ]);
  });

  it.each([{}, { containers: [] }, { containers: null }])("has containers: not %j", (podSpec) => {
    expect(found(podSpec)).toEqual([invalid("has no containers")]);
  });

  it.each(["a", "0", "a-9", "a".repeat(63)])("has containers named as DNS labels, such as %s", (name) => {
    expect(found({ containers: [main, { name }] })).toEqual([]);
  });

  it.each(["", "Main", "a_b", "a.b", "-a", "a-", "a\n", "é", "a".repeat(64)])(
    "has no container named %j",
    (name) => {
      expect(found({ containers: [main, { name }] })).toEqual([
        invalid(`has a container named ${JSON.stringify(name)}, which is not a DNS label`, "InvalidValue"),
      ]);
    },
  );

  it("tells each name, and not that the primary one is missing, too", () => {
    const problem = 'has a container named "", which is not a DNS label';
    expect(found({ containers: [null, {}] })).toEqual([
      invalid(problem, "InvalidValue"),
      invalid(problem, "InvalidValue"),
    ]);
  });

  it("has a primary container, which the configuration names", () => {
    const lost = "has no primary container: `primary_container_name` is not in the task's `config`";
    expect(found({ containers: [main] }, new Map())).toEqual([invalid(lost)]);
    expect(found({ containers: [main] }, null as never)).toEqual([invalid(lost)]);
    expect(found({ containers: [main] }, new Map([[NAME, ""]]))).toEqual([invalid(lost)]);
    expect(found({ containers: [main] }, new Map([[NAME, "x".repeat(99)]]))).toEqual([
      invalid(`has no container named "${"x".repeat(80)}...", which is the name of its primary container`),
    ]);
  });
});

describe("the resources of a container in a pod", () => {
  const resources = (requests: unknown, limits: unknown) =>
    found({ containers: [main, { name: "side", resources: { requests, limits } }] });
  const invalidResource = (resource: string, problem: string): Found => [
    "RESOURCE_INVALID",
    `In the resources of container side of task t, ${resource} ${problem}.`,
  ];

  it("are no more than the limit, whatever their name", () => {
    expect(resources({ cpu: "600m" }, { cpu: "500m" })).toEqual([
      invalidResource("cpu", 'has the request "600m" above its limit "500m"'),
    ]);
    expect(
      resources({ "ephemeral-storage": 2, memory: "1" }, { "ephemeral-storage": " 1 ", memory: "1" }),
    ).toEqual([invalidResource("ephemeral-storage", 'has the request "2" above its limit "1"')]);
    expect(resources({ cpu: "2" }, { memory: "1" })).toEqual([]);
  });

  it("are not below zero", () => {
    expect(resources(undefined, { memory: "-1" })).toEqual([
      invalidResource("memory", 'has the limit "-1", which is below zero'),
    ]);
  });

  it("are equal for GPUs, in any case", () => {
    expect(resources({ gpu: "1" }, { gpu: "2" })).toEqual([
      invalidResource("gpu", 'has the request "1" and the limit "2", which have to be equal'),
    ]);
    expect(resources({ GPU: 1 }, { GPU: 2 })).toHaveLength(1);
    expect(resources({ "nvidia.com/gpu": 1 }, { "nvidia.com/gpu": 2 })).toEqual([]);
  });

  it("may be named anything", () => {
    const named = JSON.parse('{"__proto__": "2", "constructor": "2"}') as object;
    expect(resources(named, {})).toEqual([]);
    expect(resources(named, JSON.parse('{"__proto__": "1"}'))).toEqual([
      invalidResource("__proto__", 'has the request "2" above its limit "1"'),
    ]);
    expect(resources({ ["x".repeat(99)]: "-1" }, {})).toEqual([
      invalidResource(`${"x".repeat(80)}...`, 'has the request "-1", which is below zero'),
    ]);
  });
});
