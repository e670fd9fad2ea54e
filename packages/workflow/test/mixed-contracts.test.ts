import * as ours from "@flytekit-ts/workflow";
import * as ourCompile from "@flytekit-ts/workflow/compile";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";
import { lineOf } from "./support/line-of.js";
import { copyWithStamp } from "./support/copy-with-stamp.js";

const newer = await copyWithStamp({ contract: 2, version: "10.0.0" });
const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };

/** One of everything, as a copy declares it. */
function declare({ main }: Pick<typeof newer, "main">) {
  const { t } = main;
  const inputs = { x: t.int() };
  const task = main.task({ name: "square", inputs, output: t.int() }, ({ x }) => x * x);
  const workflow = main.workflow({ name: "wf", inputs, output: t.int() }, ({ x }) => task({ x }));
  const reference = { project: "p", domain: "d", version: "v", inputs, output: t.int() };
  return {
    task,
    workflow,
    plan: main.launchPlan(workflow),
    map: main.mapTask(task),
    dynamic: main.dynamic({ name: "dyn", inputs, output: t.int() }, ({ x }) => task({ x })),
    container: main.containerTask({ name: "box", image: "i", command: ["true"], inputs }),
    reference: main.referenceTask({ ...reference, name: "far" }),
  };
}
const mine = declare({ main: ours });
const theirs = declare(newer);

function caught(act: () => unknown): ours.FlytekitError {
  try {
    act();
  } catch (error) {
    if (ours.isFlytekitError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const MIXED = { code: "VERSIONS_MIXED" };
const NAMES_BOTH =
  /@flytekit-ts\/core \S+ \(contract [12]\), which version \S+ \(contract [12]\) cannot read\.$/;
const expectMixed = (act: () => unknown): void => {
  const error = caught(act);
  expect(error).toMatchObject(MIXED);
  expect(error.text).toMatch(NAMES_BOTH);
  expect(error.hint).toMatch(/^Run `npm ls @flytekit-ts\/core` /);
};
const named = Object.entries(theirs) as [keyof typeof theirs, never][];

describe("an entity of another contract", () => {
  it.each(named)("is not serialized: %s", (_kind, entity) => {
    expectMixed(() => ours.serialize(entity, SETTINGS));
    expectMixed(() => ours.serialize([mine.task, entity], SETTINGS));
  });

  it.each(named)("is not compiled, traced or searched: %s", (_kind, entity) => {
    expectMixed(() => ours.compile(entity));
    expectMixed(() => ourCompile.trace(entity));
    expectMixed(() => ourCompile.graphOf(entity));
    expectMixed(() => ourCompile.entitiesOf([entity]));
  });

  it.each(named)("is not called in a body: %s", (_kind, entity) => {
    const call = (): void => (entity as (args: object) => void)({ x: 1 });
    expectMixed(() => ours.compile(ours.workflow({ name: "main" }, call)));
    expectMixed(() =>
      ours.compile(
        ours.workflow({ name: "arms" }, () => {
          const x = mine.task({ x: 1 });
          ours
            .conditional("size")
            .if(x.gt(1), () => (call(), mine.task({ x })))
            .else(() => mine.task({ x }));
        }),
      ),
    );
  });

  it.each(named)("is not mapped, planned, added, used or given to failures: %s", (_kind, entity) => {
    expectMixed(() => ours.mapTask(entity));
    expectMixed(() => ours.launchPlan(entity));
    expectMixed(() => ours.imperativeWorkflow({ name: "imp" }).addEntity(entity, { x: 1 }));
    expectMixed(() => ours.imperativeWorkflow({ name: "imp" }).addOnFailureHandler(entity));
    expectMixed(() => ours.dynamic({ name: "dyn", uses: [entity] }, () => {}));
    expectMixed(() => ours.workflow({ name: "main", onFailure: entity }, () => {}));
  });

  it("is refused at the author's line, alone", () => {
    const wf = ours.workflow({ name: "main", inputs: { x: ours.t.int() } }, ({ x }) => {
      mine.task({ x });
      theirs.task({ x }); // here
    });
    const error = caught(() => ours.compile(wf));
    expect(error).toMatchObject({
      ...MIXED,
      location: { file: import.meta.filename, line: lineOf(import.meta.url, "here") },
      text: "The running body of main comes from @flytekit-ts/core 0.0.0 (contract 1), which version 10.0.0 (contract 2) cannot read.",
    });
  });
});

describe("what else crosses", () => {
  it("is refused too: schedules, types and gates", () => {
    const schedule = newer.main.cron("0 2 * * *") as never;
    expectMixed(() => ours.launchPlan(mine.workflow, { name: "nightly", defaultInputs: { x: 1 }, schedule }));
    expectMixed(() => ours.task({ name: "typed", inputs: { x: newer.main.t.int() } }, () => {}));
    expectMixed(() =>
      ours.compile(ours.workflow({ name: "w" }, () => void newer.main.approve(1 as never, "ok"))),
    );
    expectMixed(() => ours.compile(ours.workflow({ name: "w" }, () => void newer.main.conditional("c"))));
  });

  it("is passed over where a container looks for a task, unless it may be the task", async () => {
    const resolver = moduleResolver(import.meta.dirname);
    const find = (name: string) =>
      resolver.loadTask(["task-module", "support/mixed-exports.ts", "task-name", name]);
    expect((await find("mixed.square")).name).toBe("mixed.square");
    await expect(find("mixed.old")).rejects.toMatchObject(MIXED);
  });
});
