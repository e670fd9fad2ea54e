import { t, task } from "@flytekit-ts/core";
import { encode } from "@flytekit-ts/models";
import { TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { scramble } from "../../test/support/scramble.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { cron } from "../launch-plan/schedule.js";
import { referenceWorkflow } from "../reference/references.js";
import { serialize } from "./serialize.js";
import type { SerializedEntity } from "./serialized-entity.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "img:1" };
const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const dec = task({ name: "dec", inputs, output }, ({ x }) => x - 1);
const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
const outer = workflow({ name: "outer", inputs, output }, ({ x }) => dec({ x: inner({ x: inc({ x }) }) }));

function names(entities: readonly SerializedEntity[]): string[] {
  return entities.map(({ kind, id }) => `${kind} ${id.name}`);
}

function hex(entity: SerializedEntity): string {
  const bytes =
    entity.kind === "task" ? encode(TaskSpec, entity.message) : encode(WorkflowSpec, entity.message);
  return Buffer.from(bytes).toString("hex");
}

function containerOf(entity: SerializedEntity | undefined) {
  const target = entity?.kind === "task" ? entity.message.template?.target : undefined;
  return target?.$case === "container" ? target.value : undefined;
}

describe("serialize", () => {
  it("tells of a task that is too large, also where that is allowed", () => {
    const environment = { TEXT: "x".repeat(5 * 2 ** 20) };
    const large = task({ name: "large", inputs, output, environment }, ({ x }) => x);
    for (const allow of [[], ["REQUEST_TOO_LARGE"]]) {
      const heard: string[] = [];
      serialize(large, SETTINGS, { allow, onWarning: ({ code }) => heard.push(code) });
      expect(heard).toEqual(["REQUEST_TOO_LARGE"]);
    }
  });

  it("gives what is used before what uses it, each once", () => {
    expect(names(serialize(outer, SETTINGS))).toEqual([
      "task inc",
      "workflow inner",
      "task dec",
      "workflow outer",
    ]);
  });

  it("takes several roots, what they share once", () => {
    const lone = task({ name: "lone" }, () => {});
    expect(names(serialize([inner, lone, outer, inner], SETTINGS))).toEqual([
      "task inc",
      "workflow inner",
      "task lone",
      "task dec",
      "workflow outer",
    ]);
    expect(serialize([], SETTINGS)).toEqual([]);
  });

  it("takes a task alone", () => {
    const [entity, ...rest] = serialize(inc, SETTINGS);
    expect(rest).toEqual([]);
    expect(entity?.id).toEqual({
      resourceType: ResourceType.TASK,
      project: "p",
      domain: "d",
      name: "inc",
      version: "v",
      org: "",
    });
    expect(entity?.kind === "task" && entity.message.template?.id).toEqual(entity?.id);
  });

  it("gives each workflow with the messages of all workflows it uses", () => {
    const [, , , last] = serialize(outer, SETTINGS);
    expect(last?.kind === "workflow" && last.message.subWorkflows.map(({ id }) => id?.name)).toEqual([
      "inner",
    ]);
    expect(last?.id.resourceType).toBe(ResourceType.WORKFLOW);
  });

  it("keeps the order where a module was loaded twice: used before user", () => {
    const load = () => {
      const part = task({ name: "part", inputs, output }, ({ x }) => x);
      return { part, user: workflow({ name: "user", inputs, output }, ({ x }) => part({ x })) };
    };
    const [first, second] = [load(), load()];
    const wf = workflow({ name: "both", inputs, output }, ({ x }) =>
      second.user({ x: first.user({ x: first.part({ x }) }) }),
    );
    const serialized = serialize([first.user, second.part, wf], SETTINGS);
    expect(names(serialized)).toEqual(["task part", "workflow user", "workflow both"]);
  });

  it("refuses two things of one name, among all that is serialized", () => {
    const other = task({ name: "inc", inputs, output }, ({ x }) => x + 100);
    expect(() => serialize([inner, other], SETTINGS)).toThrow(
      expect.objectContaining({ code: "NAME_TWICE" }),
    );
  });

  it.each([
    ["an object", {}],
    ["a plain function", () => 1],
    ["nothing", undefined],
  ])("refuses %s", (_, given) => {
    expect(() => serialize([inc, given as unknown as typeof inc], SETTINGS)).toThrow(
      expect.objectContaining({ code: "ENTITY_NOT_COMPILABLE" }),
    );
  });

  it("points at the line that serializes where settings or entities are wrong", () => {
    const wrong = () => serialize(inc, { ...SETTINGS, version: "a/b" }); // wrong settings
    const noEntity = () => serialize([{} as typeof inc], SETTINGS); // no entity
    for (const [act, marker] of [
      [wrong, "wrong settings"],
      [noEntity, "no entity"],
    ] as const) {
      expect(refusal(act)).toMatchObject({ location: { line: lineOf(import.meta.url, marker) } });
    }
  });

  it("tells warnings, those of launch plans too", () => {
    const told: string[] = [];
    const never = launchPlan(inner, { name: "never", defaultInputs: { x: 1 }, schedule: cron("0 0 31 2 *") });
    const cached = workflow({ name: "cached", inputs, output }, ({ x }) =>
      inc({ x }, { cache: { version: "1" } }),
    );
    serialize([never, cached], SETTINGS, { onWarning: ({ code }) => told.push(code) });
    expect(told).toEqual(["SCHEDULE_NEVER_FIRES", "CACHE_OVERRIDE_IGNORED"]);
  });

  it("checks the launch plan of a workflow that is registered elsewhere", () => {
    const id = { project: "o", domain: "d", name: "o.elsewhere", version: "1" };
    const elsewhere = referenceWorkflow({ ...id, inputs, output });
    const act = (): unknown =>
      serialize(launchPlan(elsewhere, { name: "plan", labels: { "a b": "c" } }), SETTINGS);
    expect(refusal(act)).toMatchObject({
      code: "REGISTRATION_INVALID",
      params: { problems: [{ code: "LABEL_INVALID" }] },
    });
    const told: string[] = [];
    const never = launchPlan(elsewhere, {
      name: "never",
      defaultInputs: { x: 1 },
      schedule: cron("0 0 31 2 *"),
    });
    serialize(never, SETTINGS, { onWarning: ({ code }) => told.push(code) });
    expect(told).toEqual(["SCHEDULE_NEVER_FIRES"]);
  });

  it("tells of documentation that makes a request too large", () => {
    const told: string[] = [];
    const docs = "x".repeat(4 * 2 ** 20);
    const documented = task({ name: "documented", docs }, () => {});
    const wf = workflow({ name: "wf", docs: { long: docs } }, () => void documented());
    serialize(wf, SETTINGS, { onWarning: ({ message }) => told.push(message) });
    expect(told).toEqual([
      expect.stringContaining("registers task documented with its docs has about 4 MiB"),
      expect.stringContaining("registers workflow wf with its docs has about 4 MiB"),
    ]);
  });

  it("tells once of a cache without outputs, where the task is declared", () => {
    const told: unknown[] = [];
    const idle = task({ name: "idle", cache: { version: "1" } }, () => {}); // idle
    const wf = workflow({ name: "wf" }, () => {
      idle();
      idle();
    });
    serialize(wf, SETTINGS, { onWarning: ({ code, location }) => told.push([code, location?.line]) });
    expect(told).toEqual([["CACHE_WITHOUT_OUTPUTS", lineOf(import.meta.url, "idle")]]);
  });

  it("gives warnings to the process where nobody asked for them", async () => {
    const cached = workflow({ name: "cached", inputs, output }, ({ x }) =>
      inc({ x }, { cache: { version: "1" } }),
    );
    const warnings: Error[] = [];
    const listen = (warning: Error): void => void warnings.push(warning);
    process.on("warning", listen);
    serialize(cached, SETTINGS, { onWarning: () => {} });
    serialize(cached, SETTINGS, { allow: ["CACHE_OVERRIDE_IGNORED"] });
    serialize(cached, SETTINGS);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", listen);
    expect(warnings.map(({ name, message }) => [name, message.split("\n")[0]])).toEqual([
      ["FlyteWarning", expect.stringMatching(/^\[CACHE_OVERRIDE_IGNORED\] The call of inc/)],
    ]);
  });

  it("refuses settings before anything else", () => {
    const broken = workflow({ name: "broken" }, () => {});
    expect(() => serialize(broken, { ...SETTINGS, version: "" })).toThrow(
      expect.objectContaining({
        code: "SETTINGS_INVALID",
        params: expect.objectContaining({ given: "" }) as unknown,
      }),
    );
    expect(() => serialize(broken, SETTINGS)).toThrow(expect.objectContaining({ code: "WORKFLOW_INVALID" }));
  });

  it("gives messages that a caller may change without reaching a later call", () => {
    const before = serialize(outer, SETTINGS).map(hex);
    for (const { id, message } of serialize(outer, SETTINGS)) {
      scramble(id);
      scramble(message);
    }
    expect(serialize(outer, SETTINGS).map(hex)).toEqual(before);
  });
});

describe("a serialized task", () => {
  it("finds its module by a path from the root, with `/` on every machine", () => {
    const module = "file:///repo/packages/flows/src/deep/tasks.ts";
    const placed = task({ name: "placed", module }, () => {});
    const args = (root: string) => containerOf(serialize(placed, { ...SETTINGS, root })[0])?.args.slice(-4);
    expect(args("/repo")).toEqual(["task-module", "packages/flows/src/deep/tasks.ts", "task-name", "placed"]);
    expect(args("/repo/packages/flows")).toEqual(["task-module", "src/deep/tasks.ts", "task-name", "placed"]);
    expect(args("/elsewhere")?.[1]).toBe("../repo/packages/flows/src/deep/tasks.ts");
  });

  it("gives equal bytes for equal sources below two roots", () => {
    const at = (root: string) =>
      serialize(
        task({ name: "placed", module: `file://${root}/src/a.ts` }, () => {}),
        { ...SETTINGS, root },
      ).map(hex);
    expect(at("/srv/one")).toEqual(at("/builds/two"));
  });

  it("takes image and environment from the settings, and its own before them", () => {
    const own = task({ name: "own", image: "own:1", environment: { B: "own" } }, () => {});
    const settings = { ...SETTINGS, environment: { A: "1", B: "2" } };
    const [plain, special] = serialize([inc, own], settings).map(containerOf);
    expect([plain?.image, special?.image]).toEqual(["img:1", "own:1"]);
    expect(plain?.env).toEqual([
      { key: "A", value: "1" },
      { key: "B", value: "2" },
    ]);
    expect(special?.env).toEqual([
      { key: "A", value: "1" },
      { key: "B", value: "own" },
    ]);
  });
});

describe("documentation", () => {
  it("comes with the message of a task and of a workflow that has some", () => {
    const documented = task({ name: "documented", docs: "A task." }, () => {});
    const wf = workflow(
      { name: "wf", docs: { short: "A workflow.", long: "In *full*." } },
      () => void documented(),
    );
    expect(
      serialize([wf, inc], SETTINGS).map(
        (each) => each.kind !== "launch-plan" && each.message.description?.shortDescription,
      ),
    ).toEqual(["A task.", "A workflow.", undefined]);
  });
});
