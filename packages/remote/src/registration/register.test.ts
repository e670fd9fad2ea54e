import { task, t } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { TaskTemplate } from "@flytekit-ts/models/core";
import { launchPlan, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { type FakeParts, fakeConnection } from "../../test/fake-connection.js";
import { connectionErrors } from "../errors/connection-errors.js";
import { registrationErrors as errors } from "../errors/registration-errors.js";
import type { RegisterSettings } from "./terms/register-settings.js";
import type { RegistrationEvent } from "./terms/registration.js";
import { registrationCalls } from "./registration-calls.js";

const water = task({ name: "garden.water", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const dig = task({ name: "garden.dig", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const bed = workflow({ name: "garden.bed", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  water({ x }),
);
const daily = launchPlan(bed, { name: "garden.daily", fixedInputs: { x: 1 }, autoActivate: true });
const season = workflow({ name: "garden.season", inputs: { x: t.int() } }, ({ x }) => {
  dig({ x });
  daily();
});

const SETTINGS: RegisterSettings = { version: "v1", image: "example.com/garden:1" };
const OK = {
  createTask: () => ({}),
  createWorkflow: () => ({}),
  createLaunchPlan: () => ({}),
  updateLaunchPlan: () => ({}),
};
const failed = (said: string) => ({
  endpoint: "flyte.example.com:443",
  call: "AdminService.Create",
  said,
  details: [],
});

function calls(admin: FakeParts["admin"] = {}) {
  const { connection, asked } = fakeConnection({ admin: { ...OK, ...admin } });
  const order = () =>
    asked.map(({ method, request }) => `${method} ${(request as { id: { name: string } }).id.name}`);
  return { ...registrationCalls(connection), asked, order };
}

describe("register", () => {
  it("sends nothing in a dry run, and checks all the same", async () => {
    const { register, asked } = calls();
    const { entities, activated } = await register([season], { ...SETTINGS, dryRun: true });
    expect(entities.map(({ outcome }) => outcome)).toEqual(Array(7).fill("planned"));
    expect([activated, asked]).toEqual([[], []]);
    const unknown = { ...SETTINGS, dryRun: true, activate: ["garden.weekly"] };
    await expect(register([season], unknown)).rejects.toSatisfy(coreErrors.OPTION_INVALID.is);
  });

  it("sends an entity after those that it uses, with the default plans", async () => {
    const { register, order } = calls();
    const { entities, version, activated } = await register([season], SETTINGS);
    const sent = order();
    const at = (what: string): number => {
      expect(sent).toContain(what);
      return sent.indexOf(what);
    };
    expect(at("createTask garden.water")).toBeLessThan(at("createWorkflow garden.bed"));
    expect(at("createWorkflow garden.bed")).toBeLessThan(at("createLaunchPlan garden.daily"));
    expect(at("createLaunchPlan garden.daily")).toBeLessThan(at("createWorkflow garden.season"));
    expect(at("createWorkflow garden.season")).toBeLessThan(at("createLaunchPlan garden.season"));
    // Activated by itself, and last of all.
    expect(at("updateLaunchPlan garden.daily")).toBe(sent.length - 1);
    expect(version).toBe("v1");
    expect(entities.map(({ outcome }) => outcome)).toEqual(entities.map(() => "created"));
    expect(activated.map(({ name }) => name)).toEqual(["garden.daily"]);
  });

  it("points at no line of this package where the image is missing", async () => {
    const { connection } = fakeConnection({ admin: OK });
    const error: unknown = await registrationCalls(connection)
      .register(bed, { version: "v1" } as RegisterSettings)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "SETTINGS_INVALID" });
    expect(String(error)).not.toContain("prepare-entities");
  });

  it("sends no more at once than it may, and all that it may", async () => {
    let [underWay, most] = [0, 0];
    const createTask = async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise(setImmediate);
      underWay -= 1;
      return {};
    };
    const tasks = Array.from({ length: 20 }, (_each, i) => task({ name: `garden.t${i}` }, () => {}));
    await calls({ createTask }).register(tasks, { ...SETTINGS, concurrency: 3 });
    expect(most).toBe(3);
  });

  // Words of more than 64 kB never come out of Node's HTTP/2.
  it("compares with what is there where the cluster's words never arrive", async () => {
    const createTask = () => {
      throw connectionErrors.CLUSTER_TIMED_OUT({
        endpoint: "a:1",
        call: "AdminService.CreateTask",
        timeout: 1,
      });
    };
    const getTask = () => ({
      closure: { compiledTask: { template: TaskTemplate.create({ type: "spark" }) } },
    });
    const differs: unknown = await calls({ createTask, getTask })
      .register([water], SETTINGS)
      .catch((error: unknown) => error);
    expect(differs).toSatisfy(errors.REGISTERED_DIFFERENTLY.is);
    expect(String(differs)).toContain("spark");
    const absent = () => {
      throw connectionErrors.CLUSTER_ENTITY_NOT_FOUND(failed("missing entity"));
    };
    await expect(calls({ createTask, getTask: absent }).register([water], SETTINGS)).rejects.toMatchObject({
      cause: { code: "CLUSTER_TIMED_OUT" },
    });
  });

  it("takes what is there for unchanged", async () => {
    const createTask = () => {
      throw connectionErrors.CLUSTER_ENTITY_EXISTS(failed("task with identical structure already exists"));
    };
    const { entities } = await calls({ createTask }).register([water, bed], SETTINGS);
    expect(entities.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["task", "unchanged"],
      ["workflow", "created"],
      ["launch-plan", "created"],
    ]);
  });

  it("looks again where two registered the same at the same time", async () => {
    const words = [
      "value with matching already exists (duplicate key)",
      "task with identical structure already exists",
    ];
    const createTask = () => {
      throw connectionErrors.CLUSTER_ENTITY_EXISTS(failed(words.shift() ?? ""));
    };
    const { register, asked } = calls({ createTask });
    expect((await register(water, SETTINGS)).entities[0]?.outcome).toBe("unchanged");
    expect(asked).toHaveLength(2);
  });

  it("shows where a structure differs, and what is registered so far", async () => {
    const said =
      "garden.dig task with different structure already exists. (Please register a new version of the task):\n" +
      "/template/metadata/retries/retries:\n\t- 3 \n\t+ 9\n/template/type:\n\t- <nil> \n\t+ x";
    const createTask = ({ id }: { readonly id: { readonly name: string } }) => {
      if (id.name === "garden.dig") throw connectionErrors.CLUSTER_REFUSED(failed(said));
      return {};
    };
    const failure: unknown = await calls({ createTask })
      .register([water, dig, bed], { ...SETTINGS, concurrency: 1 })
      .catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.REGISTERED_DIFFERENTLY.is);
    expect((failure as Error).message).toContain(
      "The task garden.dig v1 is registered at flyte.example.com:443 with another structure:\n" +
        "  /template/metadata/retries/retries: 3 is registered, 9 was given\n" +
        "  /template/type: nothing is registered, x was given",
    );
    expect(failure).toMatchObject({
      params: {
        said,
        registered: [{ id: { name: "garden.water" }, outcome: "created" }],
        left: [{}, {}, {}],
      },
      cause: { code: "CLUSTER_REFUSED" },
    });
  });

  it("goes on where it stopped", async () => {
    const there = new Set<string>();
    let isBroken = true;
    const create = ({ id }: { readonly id: { readonly name: string; readonly resourceType: number } }) => {
      const key = `${id.resourceType} ${id.name}`;
      if (isBroken && there.size === 3)
        throw connectionErrors.CLUSTER_UNREACHABLE(failed("connection reset"));
      if (there.has(key))
        throw connectionErrors.CLUSTER_ENTITY_EXISTS(failed("identical structure already exists"));
      there.add(key);
      return {};
    };
    const { register, order } = calls({
      createTask: create,
      createWorkflow: create,
      createLaunchPlan: create,
    });
    const failure: unknown = await register([season], SETTINGS).catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.REGISTRATION_STOPPED.is);
    expect(failure).toMatchObject({ cause: { code: "CLUSTER_UNREACHABLE" }, params: { activated: [] } });
    expect((failure as Error).message).toMatch(
      /stopped at launch plan garden\.\w+ v1, with 3 of 7 entities registered: /,
    );
    expect(order().some((call) => call.startsWith("updateLaunchPlan"))).toBe(false);
    isBroken = false;
    const { entities, activated } = await register([season], SETTINGS);
    expect(entities.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(3);
    expect(entities.filter(({ outcome }) => outcome === "created")).toHaveLength(4);
    expect(activated).toHaveLength(1);
  });

  it("says what is registered when it is aborted", async () => {
    const controller = new AbortController();
    const onProgress = ({ kind }: RegistrationEvent): void => {
      if (kind === "registered") controller.abort();
    };
    const { register } = calls({
      createWorkflow: () => {
        throw connectionErrors.CALL_ABORTED({ endpoint: "e", call: "c" });
      },
    });
    const settings = { ...SETTINGS, signal: controller.signal, onProgress, concurrency: 1 };
    const failure: unknown = await register([season], settings).catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.REGISTRATION_ABORTED.is);
    expect((failure as { params: { registered: unknown[] } }).params.registered.length).toBeGreaterThan(0);
    const { register: fresh, asked } = calls();
    await expect(fresh([season], settings)).rejects.toSatisfy(errors.REGISTRATION_ABORTED.is);
    expect(asked).toEqual([]);
  });

  it("tells each step, and stops where the listener throws", async () => {
    const events: RegistrationEvent[] = [];
    await calls().register([bed], { ...SETTINGS, activate: true, onProgress: (event) => events.push(event) });
    expect(events.map(({ kind }) => kind)).toEqual([
      "prepared",
      "registered",
      "registered",
      "registered",
      "activated",
    ]);
    expect(events[3]).toMatchObject({ done: 3, total: 3, entity: { kind: "launch-plan" } });
    const onProgress = (): never => {
      throw new Error("the terminal is gone");
    };
    await expect(calls().register([bed], { ...SETTINGS, onProgress })).rejects.toThrow(
      "the terminal is gone",
    );
  });

  it.each([
    ["all", true, ["garden.daily", "garden.bed"]],
    ["some by name", ["garden.bed"], ["garden.bed"]],
    ["none", false, []],
  ])("activates %s", async (_what, activate, wanted) => {
    const { activated } = await calls().register([daily], { ...SETTINGS, activate });
    expect(activated.map(({ name }) => name).toSorted()).toEqual([...wanted].toSorted());
  });

  it("registers no default plans where none are wanted", async () => {
    const { entities } = await calls().register([season], { ...SETTINGS, defaultPlans: false });
    expect(entities.filter(({ kind }) => kind === "launch-plan").map(({ id }) => id.name)).toEqual([
      "garden.daily",
    ]);
  });

  it.each([
    ["nothing", [], SETTINGS, coreErrors.OPTION_INVALID],
    ["undefined", undefined, SETTINGS, coreErrors.OPTION_INVALID],
    ["a string", "garden", SETTINGS, coreErrors.OPTION_INVALID],
    ["a list with null", [water, null], SETTINGS, coreErrors.OPTION_INVALID],
    ["no version", water, { image: "i:1" }, coreErrors.OPTION_INVALID],
    ["the version `..`", water, { ...SETTINGS, version: ".." }, coreErrors.OPTION_INVALID],
    ["a version with a slash", water, { ...SETTINGS, version: "a/b" }, coreErrors.OPTION_INVALID],
    [
      "a version that is too long",
      water,
      { ...SETTINGS, version: "v".repeat(256) },
      coreErrors.OPTION_INVALID,
    ],
    ["no concurrency", water, { ...SETTINGS, concurrency: 0 }, coreErrors.OPTION_INVALID],
    ["an unknown option", water, { ...SETTINGS, colour: "red" }, coreErrors.OPTION_UNKNOWN],
    ["unknown plans", bed, { ...SETTINGS, activate: ["garden.weekly"] }, coreErrors.OPTION_INVALID],
    ["a number of plans", bed, { ...SETTINGS, activate: 3 }, coreErrors.OPTION_INVALID],
    ["a negative limit", bed, { ...SETTINGS, limits: { nodes: -1 } }, coreErrors.OPTION_INVALID],
    ["null as settings", bed, null, coreErrors.OPTIONS_NOT_AN_OBJECT],
  ])("refuses %s before it asks", async (_what, given, settings, code) => {
    const { register, asked } = calls();
    await expect(register(given as never, settings as never)).rejects.toSatisfy(code.is);
    expect(asked).toEqual([]);
  });
});

describe("limits", () => {
  const wide = (nodes: number) =>
    workflow({ name: "garden.wide", inputs: { x: t.int() } }, ({ x }) => {
      for (let i = 0; i < nodes; i += 1) water({ x });
    });
  const padded = (length: number) =>
    task({ name: "garden.padded", environment: { TEXT: "x".repeat(length) } }, () => {});

  it("are 100 nodes", async () => {
    await calls().register([wide(100)], SETTINGS);
    const { register, asked } = calls();
    await expect(register([wide(101)], SETTINGS)).rejects.toThrow(
      "workflow garden.wide v1 has 101 nodes, and the cluster takes 100.",
    );
    expect(asked).toEqual([]);
    await calls().register([wide(101)], { ...SETTINGS, limits: { nodes: 101 } });
  });

  it("are 4 MiB a request", async () => {
    const bytes = (length: number) => {
      const { register } = calls();
      return register([padded(length)], SETTINGS).then(
        () => 0,
        (error: unknown) => Number(/request of (\d+) bytes/.exec(String(error))?.[1]),
      );
    };
    const over = await bytes(4 * 2 ** 20);
    const most = 4 * 2 ** 20 - (over - 4 * 2 ** 20);
    expect(await bytes(most)).toBe(0);
    expect(await bytes(most + 1)).toBe(4 * 2 ** 20 + 1);
  });

  it("are 2 MiB a compiled workflow, with its tasks", async () => {
    const attempt = (length: number) => {
      // Two tasks: the lengths in a message, whose size steps at 2 MiB, stay far below it.
      const half = task({ name: "garden.half", environment: { TEXT: "x".repeat(2 ** 20) } }, () => {});
      const wf = workflow({ name: "garden.wide" }, () => {
        padded(length - 2 ** 20)();
        half();
      });
      const { register } = calls();
      return register([wf], SETTINGS).then(
        () => 0,
        (error: unknown) => Number(/its tasks of (\d+) bytes/.exec(String(error))?.[1]),
      );
    };
    const over = await attempt(2 * 2 ** 20);
    // The length of the whole takes one byte less below 2 MiB.
    const most = 2 * 2 ** 20 - (over - 2 * 2 ** 20) + 1;
    expect(await attempt(most)).toBe(0);
    expect(await attempt(most + 1)).toBe(2 * 2 ** 20 + 1);
  });

  it("are told all at once", async () => {
    const failure: unknown = await calls()
      .register([wide(101), padded(5_000_000)], SETTINGS)
      .catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.REGISTRATION_TOO_LARGE.is);
    expect((failure as { params: { faults: unknown[] } }).params.faults).toHaveLength(2);
  });
});

describe("activate and deactivate", () => {
  const id = {
    resourceType: 3,
    project: "orchard",
    domain: "development",
    name: "garden.daily",
    version: "v2",
    org: "",
  };
  const plan = { id, spec: {}, closure: { state: 1, createdAt: undefined } };

  it("take the version named, or find it", async () => {
    const { activate, deactivate, asked } = calls({
      listLaunchPlans: () => ({ launchPlans: [plan], token: "" }),
      getActiveLaunchPlan: () => plan,
    });
    await activate({ name: "garden.daily", version: "v1" });
    expect(await activate(daily)).toEqual(id);
    expect(await deactivate("garden.daily")).toEqual(id);
    await deactivate(id);
    const updates = asked.filter(({ method }) => method === "updateLaunchPlan").map(({ request }) => request);
    expect(updates).toMatchObject([
      { id: { version: "v1", resourceType: 3 }, state: 1 },
      { id: { version: "v2" }, state: 1 },
      { id: { version: "v2" }, state: 0 },
      { id: { version: "v2" }, state: 0 },
    ]);
  });

  it("do nothing where nothing is active", async () => {
    const { deactivate, asked } = calls({
      getActiveLaunchPlan: () => {
        throw connectionErrors.CLUSTER_ENTITY_NOT_FOUND(failed("No active launch plan could be found"));
      },
    });
    expect(await deactivate("garden.daily")).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it.each([undefined, null, "", {}, { name: "" }, { name: "a", version: "" }, { ...id, name: "" }])(
    "refuse %j before they ask",
    async (reference) => {
      const { activate, deactivate, asked } = calls();
      await expect(activate(reference as never)).rejects.toThrow(/OPTION/);
      await expect(deactivate(reference as never)).rejects.toThrow(/OPTION/);
      expect(asked).toEqual([]);
    },
  );
});
