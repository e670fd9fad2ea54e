import { Duration } from "@flytekit-ts/models/google";
import { Resources, type TaskTemplate, Variable } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { foundInTask, soundTask, typeOf } from "../../test/support/sound-messages.js";
import { checkTask } from "./check-task.js";

type Container = Extract<NonNullable<TaskTemplate["target"]>, { $case: "container" }>["value"];

function containerOf({ target }: TaskTemplate): Container {
  if (target?.$case !== "container") throw new Error("no container");
  return target.value;
}

const missing = (part: string, backendCode?: string) => {
  const short = ["PART_MISSING", `Task t has no ${part}.`] as const;
  return [backendCode === undefined ? short : [...short, { backendCode }]];
};

describe("checkTask", () => {
  it("finds nothing in a sound task", () => {
    expect(checkTask(soundTask())).toEqual([]);
  });

  it("gives whole problems", () => {
    const task = soundTask();
    containerOf(task).image = "";
    expect(checkTask(task)).toEqual([
      {
        code: "PART_MISSING",
        severity: "error",
        backendCode: "ValueRequired",
        message: "Task t has no container image.",
        hint: "Add the missing part; Flyte needs it.",
      },
    ]);
  });

  it("gives all problems, by the sides of the task", () => {
    const found = foundInTask((task) => {
      task.id = undefined;
      task.type = "";
      task.interface?.inputs?.variables.set("a.b", Variable.create({ type: typeOf("INTEGER") }));
      containerOf(task).image = "";
      containerOf(task).resources = Resources.create({ requests: [{ name: 1, value: "x" }] });
      containerOf(task).env = [{ key: "", value: "" }];
    });
    expect(found.map(([code, message]) => [code, message.slice(0, 34)])).toEqual([
      ["PART_MISSING", "A task has no id."],
      ["PART_MISSING", "A task has no type."],
      ["VARIABLE_NAME_INVALID", '"a.b" in inputs of a task is not a'],
      ["PART_MISSING", "A task has no container image."],
      ["RESOURCE_INVALID", "In the resources of a task, cpu ha"],
      ["OPTION_INVALID", "The option `environment` of a task"],
    ]);
  });

  it("cuts off a long name", () => {
    const found = foundInTask((task) => {
      if (task.id) task.id.name = "n".repeat(200);
      task.type = "";
    });
    expect(found).toEqual([["PART_MISSING", `Task ${"n".repeat(80)}... has no type.`]]);
  });

  it.each([undefined, null, {}, { id: null, target: null, interface: null }])(
    "says what is missing in %j",
    (template) => {
      expect(checkTask(template as never).map(({ message }) => message)).toEqual([
        "A task has no id.",
        "A task has no type.",
        "A task has no metadata.",
        "A task has no interface.",
      ]);
    },
  );
});

describe("the metadata of a task", () => {
  it("is there, like type and interface", () => {
    expect(foundInTask((task) => (task.type = ""))).toEqual(missing("type"));
    expect(foundInTask((task) => (task.metadata = undefined))).toEqual(missing("metadata"));
    expect(foundInTask((task) => (task.interface = undefined))).toEqual(missing("interface"));
  });

  it("says no runtime, or one with a version", () => {
    expect(foundInTask((task) => task.metadata && (task.metadata.runtime = undefined))).toEqual([]);
    const version = foundInTask((task) => task.metadata?.runtime && (task.metadata.runtime.version = ""));
    expect(version).toEqual(missing("runtime version"));
  });

  it.each([
    [0n, 0, true],
    [5n, 0, true],
    [0n, 1, true],
    [-1n, 0, false],
    [0n, -1, false],
    [-1n, -1, false],
  ])("has no timeout below zero: %i s and %i ns", (seconds, nanos, sound) => {
    const found = foundInTask(
      (task) => task.metadata && (task.metadata.timeout = Duration.create({ seconds, nanos })),
    );
    const given = Number(seconds) + nanos / 1e9;
    const message = `The option \`timeout\` of task t takes 0 or more seconds, but was given ${given}.`;
    expect(found).toEqual(sound ? [] : [["OPTION_INVALID", message]]);
  });

  it.each([
    ["taskTypeVersion", 2 ** 31, "2^31 - 1", (task: TaskTemplate, n: number) => (task.taskTypeVersion = n)],
    ["taskTypeVersion", 1.5, "2^31 - 1", (task: TaskTemplate, n: number) => (task.taskTypeVersion = n)],
    [
      "retries",
      2 ** 32,
      "2^32 - 1",
      (task: TaskTemplate, retries: number) => task.metadata && (task.metadata.retries = { retries }),
    ],
    [
      "ports",
      -1,
      "2^32 - 1",
      (task: TaskTemplate, containerPort: number) =>
        (containerOf(task).ports = [{ containerPort, name: "" }]),
    ],
  ])("has no %s of %d, which the message cannot hold", (option, given, most, set) => {
    const message = `The option \`${option}\` of task t takes a whole number from 0 to ${most}, but was given ${given}.`;
    expect(foundInTask((task) => set(task, given))).toEqual([["OPTION_INVALID", message]]);
  });

  it("has outputs if it is cached", () => {
    const cached = (discoverable: boolean) =>
      foundInTask((task) => {
        Object.assign(task.metadata ?? {}, { discoverable, discoveryVersion: "1" });
        task.interface?.outputs?.variables.clear();
      });
    expect(cached(false)).toEqual([]);
    expect(cached(true)).toMatchObject([
      [
        "CACHE_WITHOUT_OUTPUTS",
        "Task t is cached but has no outputs, so Flyte runs it every time.",
        { severity: "warning" },
      ],
    ]);
  });

  it("has a version if it is cached", () => {
    const cached = (discoverable: boolean, discoveryVersion: string) =>
      foundInTask((task) => Object.assign(task.metadata ?? {}, { discoverable, discoveryVersion }));
    expect([cached(true, "1"), cached(false, ""), cached(false, " ")]).toEqual([[], [], []]);
    expect(cached(true, " \t")).toEqual(cached(true, ""));
    expect(cached(true, "")).toEqual([
      ["CACHE_VERSION_MISSING", "Task t is cached, but its cache has no version."],
    ]);
  });

  it("may have any type, and ask for nothing to run", () => {
    expect(foundInTask((task) => (task.type = "no plugin knows it"))).toEqual([]);
    expect(foundInTask((task) => (task.target = undefined))).toEqual([]);
    expect(
      foundInTask((task) => (task.target = { $case: "sql", value: { statement: "", dialect: 0 } })),
    ).toEqual([]);
  });
});

describe("the variables of a task", () => {
  const sound = Variable.create({ type: typeOf("INTEGER") });

  it.each(["a", "A_9", "9", "_", "__proto__", "constructor"])("may be named %s", (name) => {
    expect(foundInTask((task) => task.interface?.inputs?.variables.set(name, sound))).toEqual([]);
  });

  it.each(["", "a.b", "a-b", "a b", "é", "a\n", "a[0]"])("may not be named %j", (name) => {
    const text = (side: string) =>
      `${JSON.stringify(name)} in ${side} of task t is not a valid variable name, which is a letter or underscore, then letters, digits and underscores.`;
    expect(foundInTask((task) => task.interface?.inputs?.variables.set(name, sound))).toEqual([
      ["VARIABLE_NAME_INVALID", text("inputs"), { input: name }],
    ]);
    expect(foundInTask((task) => task.interface?.outputs?.variables.set(name, sound))).toEqual([
      ["VARIABLE_NAME_INVALID", text("outputs"), { input: name }],
    ]);
  });

  it.each([Variable.create(), Variable.create({ type: {} }), undefined])(
    "have a type: not %j",
    (variable) => {
      expect(foundInTask((task) => task.interface?.inputs?.variables.set("y", variable as Variable))).toEqual(
        [["PART_MISSING", "Input y of task t has no type.", { input: "y" }]],
      );
      expect(
        foundInTask((task) => task.interface?.outputs?.variables.set("y", variable as Variable)),
      ).toEqual([["PART_MISSING", "Output y of task t has no type.", { input: "y" }]]);
    },
  );

  it("are named in short", () => {
    const [found] = foundInTask((task) =>
      task.interface?.inputs?.variables.set("y".repeat(100), Variable.create()),
    );
    expect(found?.[1]).toBe(`Input ${"y".repeat(80)}... of task t has no type.`);
  });
});

describe("the container of a task", () => {
  const variables = { variables: new Map([["x", Variable.create({ type: typeOf("INTEGER") })]]) };

  it("is there, with an image", () => {
    const nothing = { $case: "container", value: undefined as never } as const;
    expect(foundInTask((task) => (task.target = nothing))).toEqual(missing("container", "ValueRequired"));
    expect(foundInTask((task) => (containerOf(task).image = ""))).toEqual(
      missing("container image", "ValueRequired"),
    );
  });

  it("has a command or arguments, if there are variables", () => {
    const run = (command: string[], args: string[]) =>
      foundInTask((task) => Object.assign(containerOf(task), { command, args }));
    expect([run(["a"], []), run([], ["a"]), run(["a"], ["b"])]).toEqual([[], [], []]);
    expect(run([], [])).toEqual(missing("command and no arguments", "ValueRequired"));
  });

  it.each([
    ["inputs", 1],
    ["outputs", 1],
    ["both", 0],
  ])("needs none without variables: %s are gone", (side, count) => {
    const found = foundInTask((task) => {
      containerOf(task).args = [];
      if (side !== "outputs") task.interface?.inputs?.variables.clear();
      if (side !== "inputs") task.interface?.outputs?.variables.clear();
    });
    expect(found).toHaveLength(count);
  });

  it("needs none where a side of the interface is missing", () => {
    const runs = (sides: object) =>
      foundInTask((task) => {
        containerOf(task).args = [];
        Object.assign(task.interface ?? {}, { inputs: undefined, outputs: undefined }, sides);
      });
    expect(runs({})).toEqual([]);
    expect(runs({ outputs: variables })).toEqual(missing("command and no arguments", "ValueRequired"));
    expect(runs({ inputs: variables })).toEqual(missing("command and no arguments", "ValueRequired"));
  });

  it("may lack both: all missing parts are reported at once", () => {
    const found = foundInTask((task) => Object.assign(containerOf(task), { image: "", args: [] }));
    expect(found.map(([, message]) => message)).toEqual([
      "Task t has no container image.",
      "Task t has no command and no arguments.",
    ]);
  });
});

describe("the size of a task", () => {
  it("is that of a request", () => {
    const found = foundInTask((task) => (task.config = new Map([["a", "x".repeat(4 * 2 ** 20)]])));
    expect(found).toMatchObject([
      [
        "REQUEST_TOO_LARGE",
        expect.stringMatching(/^The message that registers task t has about 4 MiB/),
        { severity: "warning" },
      ],
    ]);
  });
});

describe("the environment of a task", () => {
  const env = (...keys: string[]) =>
    foundInTask((task) => (containerOf(task).env = keys.map((key) => ({ key, value: "secret" }))));

  it("has names, each once", () => {
    expect(env("A", "a", "any-thing", "_.e")).toEqual([]);
    const text = (wanted: string, given: string) =>
      [
        "OPTION_INVALID",
        `The option \`environment\` of task t takes ${wanted}, but was given "${given}".`,
      ] as const;
    const names = "names of letters, digits, - . and _, not beginning with a digit";
    expect(env("")).toEqual([text(names, "")]);
    expect(env("A=B")).toEqual([text(names, "A=B")]);
    expect(env("A", "B", "A")).toEqual([text("each name once", "A")]);
    expect(env("A", "A", "A")).toEqual([text("each name once", "A"), text("each name once", "A")]);
  });

  it("is named in short, and its values never", () => {
    const text = JSON.stringify(env("=".repeat(100)));
    expect(text).toContain(`${"=".repeat(80)}...`);
    expect(text).not.toContain("secret");
  });

  it("may lack anything", () => {
    expect(
      foundInTask((task) => (containerOf(task).env = [{ key: "A" }, { value: "1" }, undefined] as never)),
    ).toHaveLength(2);
  });
});

describe("the resources of a task", () => {
  const resources = (requests: readonly [number, string][], limits: readonly [number, string][] = []) =>
    foundInTask((task) => {
      const entries = (list: typeof requests) => list.map(([name, value]) => ({ name, value }) as never);
      containerOf(task).resources = { requests: entries(requests), limits: entries(limits) };
    });

  it.each([
    [1, "cpu"],
    [2, "gpu"],
    [3, "memory"],
    [5, "ephemeralStorage"],
  ])("are said once: %i is %s", (name, word) => {
    expect(resources([[name, "1"]], [[name, "1"]])).toEqual([]);
    const text = (end: string, count: number) =>
      [
        "RESOURCE_INVALID",
        `In the resources of task t, ${word} has ${count} ${end}, where one is allowed.`,
      ] as const;
    expect(
      resources([
        [name, "1"],
        [name, "2"],
      ]),
    ).toEqual([text("requests", 2)]);
    expect(
      resources(
        [],
        [
          [name, "1"],
          [name, "1"],
          [name, "1"],
        ],
      ),
    ).toEqual([text("limits", 3)]);
    expect(
      resources(
        [
          [name, "x"],
          [name, "x"],
        ],
        [
          [name, "1"],
          [name, "2"],
        ],
      ),
    ).toEqual([text("requests", 2), text("limits", 2)]);
  });

  it.each([0, 4, 77])("may come more often where nothing uses them: %i", (name) => {
    expect(
      resources([
        [name, "1"],
        [name, "2"],
      ]),
    ).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 77])("have quantities that can be read: %i", (name) => {
    const word =
      ["resource 0", "cpu", "gpu", "memory", "resource 4", "ephemeralStorage"][name] ?? `resource ${name}`;
    expect(resources([[name, "1core"]])).toEqual([
      [
        "RESOURCE_INVALID",
        `In the resources of task t, ${word} has the request "1core", which Kubernetes cannot read.`,
        { backendCode: "UnrecognizedValue" },
      ],
    ]);
    expect(resources([], [[name, ""]])).toHaveLength(1);
  });

  it("are compared resource by resource", () => {
    expect(
      resources(
        [
          [1, "2"],
          [3, "1Gi"],
        ],
        [
          [3, "2Gi"],
          [1, "1"],
        ],
      ),
    ).toEqual([
      ["RESOURCE_INVALID", 'In the resources of task t, cpu has the request "2" above its limit "1".'],
    ]);
    expect(resources([[1, "2"]], [[3, "1"]])).toEqual([]);
  });

  it("are whole for GPUs only", () => {
    expect(resources([[2, "0.5"]])).toEqual([
      [
        "RESOURCE_INVALID",
        'In the resources of task t, gpu has the request "0.5", but must be a whole number.',
      ],
    ]);
    expect(
      resources([
        [1, "0.5"],
        [3, "0.5"],
        [5, "0.5"],
      ]),
    ).toEqual([]);
  });

  it("may lack anything", () => {
    expect(foundInTask((task) => (containerOf(task).resources = undefined))).toEqual([]);
    expect(foundInTask((task) => (containerOf(task).resources = {} as never))).toEqual([]);
    const broken = { requests: [undefined, { name: 1 }], limits: [null] };
    expect(foundInTask((task) => (containerOf(task).resources = broken as never)).length).toBeGreaterThan(0);
  });
});
