import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { loaderArgs, type SerializationSettings } from "@flytekit-ts/core/tasks";
import { t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { made } from "../../test/support/house/house-task.js";
import * as house from "../../test/support/house/house-tasks.js";
import * as errors from "../errors.js";
import { workflow } from "../function/workflow.js";
import { mapTask } from "../map/map-task.js";
import type { Problem } from "../problem/problem.js";
import { serialize } from "./serialize.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };

/** The problems of a registration, errors and warnings. */
function problemsOf(entity: Entity, settings: Partial<SerializationSettings> = {}): readonly Problem[] {
  const told: Problem[] = [];
  try {
    serialize([entity], { ...SETTINGS, ...settings }, { onWarning: (problem) => told.push(problem) });
  } catch (error) {
    if (!errors.REGISTRATION_INVALID.is(error)) throw error;
    told.push(...error.params.problems);
  }
  return told;
}

const codes = (...given: Parameters<typeof problemsOf>) =>
  problemsOf(...given).map(({ code, severity }) => `${severity} ${code}`);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "flytekit-modules-")));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

const declared = (module: string) => task({ name: "m.a", module }, () => {});

describe("the module of a task", () => {
  it("is unknown for evaluated code that runs by itself", async () => {
    const evaluate = new Script(
      "(task, done) => setImmediate(() => done(task({ name: 'evaluated' }, () => {})))",
    ).runInThisContext() as (given: typeof task, done: (made: Entity) => void) => void;
    const evaluated = await new Promise<Entity>((done) => evaluate(task, done));
    const [problem] = problemsOf(evaluated);
    expect(problem).toMatchObject({ code: "TASK_MODULE_INVALID", severity: "error" });
    expect(problem?.message).toBe("A container could not load the task evaluated: no file declares it.");
  });

  it.each([
    ["a file that is not there", "gone.js"],
    ["a folder", "folder"],
  ])("may not be %s", (_what, path) => {
    mkdirSync(join(folder, "folder"), { recursive: true });
    const [problem] = problemsOf(declared(pathToFileURL(join(folder, path)).href), { root: folder });
    expect(problem).toMatchObject({ code: "TASK_MODULE_INVALID", severity: "error" });
    expect(problem?.message).toContain(`is no file in ${folder}.`);
  });

  it.each(["[eval1]", "https://example.com/tasks.js", "data:text/javascript,1"])(
    "may not be %s",
    (module) => {
      expect(codes(declared(module), { root: folder })).toEqual(["error TASK_MODULE_INVALID"]);
    },
  );

  it("is not looked for where the root is a folder of another machine", () => {
    expect(codes(declared("file:///image/app/tasks.js"), { root: "/image/app" })).toEqual([]);
  });

  it("should be inside the root", () => {
    const module = write("packages/tasks/dist/index.js", "export const a = 1;");
    write("apps/app/main.js", "");
    const root = join(folder, "apps/app");
    const [problem] = problemsOf(declared(module), { root });
    expect(problem).toMatchObject({ code: "TASK_MODULE_OUTSIDE_ROOT", severity: "warning" });
    expect(problem?.message).toContain("../../packages/tasks/dist/index.js");
    expect(codes(declared(module), { root: folder })).toEqual([]);
  });

  it("is the same through a link to the root", () => {
    const module = write("real/src/tasks.js", "export const a = 1;");
    symlinkSync(join(folder, "real"), join(folder, "link"));
    for (const root of ["real", "link"]) {
      expect(codes(declared(module), { root: join(folder, root) })).toEqual([]);
      expect(loaderArgs(declared(module), join(folder, root))[1]).toBe("src/tasks.js");
    }
    const linked = pathToFileURL(join(folder, "link/src/tasks.js")).href;
    expect(loaderArgs(declared(linked), join(folder, "real"))[1]).toBe("src/tasks.js");
  });

  it("is none of ours where a resolver of one's own finds the task", () => {
    const resolver = {
      location: "@acme/flyte#resolver",
      loaderArgs: () => ["task-module", "", "shelf", "7"],
      loadTask: () => Promise.reject(new Error("not here")),
    };
    expect(codes(declared("[eval1]"), { root: folder, resolver })).toEqual([]);
  });
});

describe("a wrapper around `task` in another file", () => {
  it("makes tasks that its own module does not reach", () => {
    const [problem] = problemsOf(house.forgotten);
    expect(problem).toMatchObject({
      code: "TASK_NOT_REACHABLE",
      severity: "error",
      location: {
        file: expect.stringMatching(/house-tasks\.ts$/) as unknown,
        line: lineOf(new URL("../../test/support/house/house-tasks.ts", import.meta.url).href, "forgotten"),
      },
    });
    expect(problem?.message).toContain("test/support/house/house-task.ts, whose function forgetful made it");
    expect(problem?.hint).toContain("{ callee: forgetful }");
  });

  it("is told once, however the task is used", () => {
    const wf = workflow({ name: "house", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
      mapTask(house.forgotten)({ x: xs });
      mapTask(house.forgotten, { concurrency: 2 })({ x: xs });
      house.forgotten({ x: 1 });
    });
    const found = refusal(() => serialize([wf, house.cared], SETTINGS));
    expect((found as { params: { problems: readonly Problem[] } }).params.problems).toHaveLength(1);
  });

  it("is right where it says whom its tasks belong to, and where it calls itself", () => {
    expect(codes(house.cared)).toEqual([]);
    expect(codes(house.said)).toEqual([]);
    expect(made && codes(made)).toEqual([]);
    expect(house.first && codes(house.first)).toEqual(["error TASK_NOT_REACHABLE"]);
  });
});

describe("a program that exports nothing", () => {
  const [, program = ""] = process.argv;
  beforeEach(() => write("app/package.json", '{ "type": "module" }'));
  afterEach(() => void (process.argv[1] = program));

  it.each([
    ["a bundle", "app/bundle.js", "var a=task({});run(a);", ["error TASK_NOT_REACHABLE"]],
    ["a bundle with a part in CommonJS", "app/mixed.js", "(m)=>{m.exports=1};", ["error TASK_NOT_REACHABLE"]],
    ["a script of CommonJS", "app/main.cjs", "const a = task({});", ["error TASK_NOT_REACHABLE"]],
    ["a module that exports", "app/some.js", "const a=1;export{a};", []],
    ["a module of CommonJS that exports", "app/some.cjs", "exports.a = 1;", []],
  ])("reaches no task: %s", (_what, path, text, wanted) => {
    const module = write(path, text);
    process.argv[1] = join(folder, path);
    expect(codes(declared(module), { root: folder })).toEqual(wanted);
  });

  it("says nothing of the modules that it imports", () => {
    write("app/run.js", "import './tasks.js';");
    process.argv[1] = join(folder, "app/run.js");
    const module = write("app/tasks.js", "globalThis.tasks = [];");
    expect(codes(declared(module), { root: folder })).toEqual([]);
  });
});
