import { atCaller, coreErrors, defineErrors } from "@flytekit-ts/core/errors";
import type { Callable } from "@flytekit-ts/core/graph";
import { fromLiterals, toLiterals } from "@flytekit-ts/core/literals";
import {
  assertText,
  executeTask,
  isTask,
  type OutSpec,
  type Shape,
  type TaskContext,
  type TaskDeclaration,
  type TemplateTask,
  templateTask,
} from "@flytekit-ts/core/tasks";
import * as idl from "@flytekit-ts/models/core";
import { compile, mapTask, serialize, t, testContext, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { lineOf } from "./support/line-of.js";
import { refusal } from "./support/refusal.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };

// A plugin with tasks that run a script: its own container, its own errors, and something to run here.
const shellErrors = defineErrors({
  SCRIPT_FAILED: {
    origin: "user",
    message: (p: { task: string; status: number }) =>
      `The script of ${p.task} ended with status ${p.status}.`,
    hint: "Look at what the script wrote.",
  },
});

interface ShellDeclaration<I, O> extends TaskDeclaration<I, O> {
  readonly script: string;
  readonly shell?: string;
}

function shellTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ShellDeclaration<I, O>,
): TemplateTask<I, O> {
  return atCaller(shellTask, () => {
    const { script, shell = "/bin/sh" } = declaration ?? {};
    const made = templateTask<I, O>(declaration, {
      words: "shell task",
      callee: shellTask,
      options: ["script", "shell"],
      fn: (values, context) => interpret(declaration, values, context),
      template: (task, { image }) => ({
        type: "shell",
        taskTypeVersion: 2,
        target: {
          $case: "container",
          value: {
            image: task.image ?? image,
            command: [shell, "-c"],
            args: [script],
            resources: task.resources,
            env: [...task.environment].map(([key, value]) => ({ key, value })),
            config: [],
            ports: [],
            dataConfig: undefined,
            architecture: idl.Container_Architecture.UNKNOWN,
          },
        },
        config: { shell },
      }),
    });
    const at = `shell task ${made.name}`;
    if (script === undefined) {
      throw coreErrors.OPTION_INVALID({ at, option: "script", wanted: "a script", given: script });
    }
    assertText(script, "script", at);
    assertText(shell, "shell", at);
    return made;
  });
}

// As much of a shell as a test needs.
function interpret(
  { name, script }: ShellDeclaration<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
  context: TaskContext,
): string {
  context.logger.info(script);
  const [word, ...others] = script
    .replaceAll(/\{\{\.inputs\.(\w+)\}\}/g, (_, input: string) => String(values[input]))
    .split(" ");
  if (word === "echo") return others.join(" ");
  throw shellErrors.SCRIPT_FAILED({ task: name, status: 127 });
}

// A plugin with tasks that a database runs: a query instead of a container, and nothing to run here.
interface SqlDeclaration<I, O> extends TaskDeclaration<I, O> {
  readonly query: string;
  readonly warehouse: string;
}

function sqlTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: SqlDeclaration<I, O>,
): Callable<I, O> {
  return templateTask<I, O>(declaration, {
    words: "SQL task",
    callee: sqlTask,
    options: ["query", "warehouse"],
    template: () => ({
      type: "warehouse",
      target: {
        $case: "sql",
        value: { statement: declaration.query.replaceAll(/\s+/g, " "), dialect: idl.Sql_Dialect.ANSI },
      },
      custom: { warehouse: declaration.warehouse },
    }),
  });
}

// And one whose job runs elsewhere altogether.
function remoteTask(declaration: TaskDeclaration<{}, undefined>): Callable<{}, undefined> {
  return templateTask(declaration, {
    words: "remote task",
    callee: remoteTask,
    template: () => ({ type: "remote", target: "none" }),
  });
}

const greet = shellTask({
  name: "m.greet",
  inputs: { who: t.string(), times: t.int().default(1) },
  output: t.string(),
  script: "echo {{.inputs.who}} {{.inputs.times}}",
  retries: 2,
  environment: { LANG: "C" },
  resources: { cpu: "1" },
});
const count = sqlTask({
  name: "m.count",
  inputs: { day: t.datetime() },
  output: t.int(),
  query: "select count(*)\n  from rows where day = {{.inputs.day}}",
  warehouse: "small",
  cache: { version: "1" },
  custom: { overridden: true },
});
const wf = workflow({ name: "m.wf", inputs: { day: t.datetime() }, output: t.string() }, ({ day }) => {
  const rows = count({ day });
  remoteTask({ name: "m.remote" })({}, { after: [rows] });
  return greet({ who: "ada", times: rows }, { retries: 5, resources: { cpu: "2" } });
});

/** The template of one of the tasks, through its own bytes. */
function templateOf(name: string): idl.TaskTemplate {
  const found = serialize(wf, SETTINGS).find(({ id }) => id.name === name);
  const template = found?.kind === "task" ? found.message.template : undefined;
  if (template === undefined) throw new Error(`no task ${name}`);
  return idl.TaskTemplate.decode(idl.TaskTemplate.encode(template).finish());
}

describe("a task with a container of its own", () => {
  it("is registered with that container, and with what every task says", () => {
    const template = templateOf("m.greet");
    expect(template).toMatchObject({
      type: "shell",
      taskTypeVersion: 2,
      metadata: { retries: { retries: 2 }, runtime: { flavor: "typescript" } },
      target: {
        $case: "container",
        value: {
          image: "i:1",
          command: ["/bin/sh", "-c"],
          args: ["echo {{.inputs.who}} {{.inputs.times}}"],
          resources: { requests: [{ value: "1" }] },
          env: [{ key: "LANG", value: "C" }],
        },
      },
      config: new Map([["shell", "/bin/sh"]]),
    });
    expect(
      [...(template.interface?.inputs?.variables.keys() ?? [])].toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(["times", "who"]);
  });

  it("is called like any task, typed, with options of its node", () => {
    const node = compile(wf).template.nodes.at(-1);
    expect(node).toMatchObject({
      metadata: { name: "greet", retries: { retries: 5 } },
      target: { $case: "taskNode", value: { overrides: { resources: { requests: [{ value: "2" }] } } } },
    });
    // @ts-expect-error a name is a text
    const wrong = workflow({ name: "m.wrong", output: t.string() }, () => greet({ who: 3 }));
    expect(refusal(() => compile(wrong))).toMatchObject({ code: "BINDING_TYPE_MISMATCH" });
  });

  it("runs here, by what its plugin brings", async () => {
    const { inputs, outputs } = greet.interface;
    const literals = await executeTask(greet, toLiterals(inputs, { who: "ada" }), testContext());
    expect(fromLiterals(outputs, literals)).toEqual({ o0: "ada 1" });
  });

  it("fails by its plugin's own errors", async () => {
    const broken = shellTask({ name: "m.broken", output: t.string(), script: "nothing" });
    await expect(executeTask(broken, new Map(), testContext())).rejects.toMatchObject({
      code: "TASK_FAILED",
      cause: { code: "SCRIPT_FAILED", hint: "Look at what the script wrote." },
    });
  });

  it("may be mapped, since it has something to run", () => {
    const map = mapTask(greet, { over: ["who"] });
    expect(map.interface.inputs.get("who")?.transformer.words).toBe("list of string");
  });

  it.each<[unknown, string, string]>([
    [undefined, "OPTIONS_NOT_AN_OBJECT", "The options of a shell task must be one object"],
    [{ script: "echo" }, "NAME_INVALID", "The name of a shell task must be"],
    [
      { name: "a" },
      "OPTION_INVALID",
      "The option `script` of shell task a takes a script, but was given nothing.",
    ],
    [{ name: "a", script: "" }, "OPTION_INVALID", 'takes a string that is not empty, but was given "".'],
    [
      { name: "a", script: "echo", query: "x" },
      "OPTION_UNKNOWN",
      "There is no option `query` for shell task a.",
    ],
    [{ name: "a", script: "echo", inputs: { x: 3 } }, "TYPE_UNKNOWN", "inputs.x of shell task a"],
  ])("is refused at its author's line: %o", (declaration, code, text) => {
    const act = () => shellTask(declaration as never); // wrong script
    expect(refusal(act)).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
      location: { line: lineOf(import.meta.url, "wrong script") },
    });
  });

  it("knows the line that made it", () => {
    const made = shellTask({ name: "m.made", script: "echo" }); // made
    expect(made.definedAt.location?.line).toBe(lineOf(import.meta.url, "made"));
  });
});

describe("a task with a query", () => {
  it("is registered with the query instead of a container", () => {
    expect(templateOf("m.count")).toMatchObject({
      type: "warehouse",
      metadata: { discoverable: true, discoveryVersion: "1" },
      target: {
        $case: "sql",
        value: { statement: "select count(*) from rows where day = {{.inputs.day}}", dialect: 1 },
      },
      custom: { warehouse: "small" },
    });
  });

  it("has nothing to run here, and cannot be mapped", async () => {
    const found = compile(wf)
      .entities.filter(isTask)
      .find(({ name }) => name === "m.count");
    if (found === undefined) throw new Error("no such task");
    await expect(
      executeTask(found, toLiterals(count.interface.inputs, { day: new Date(0) }), testContext()),
    ).rejects.toMatchObject({ code: "TASK_HAS_NO_FUNCTION", params: { task: "m.count" } });
    expect(refusal(() => mapTask(count))).toMatchObject({ code: "MAP_TARGET_INVALID" });
  });
});

describe("a task without anything to run", () => {
  it("is registered with neither", () => {
    expect(templateOf("m.remote")).toMatchObject({ type: "remote", target: undefined });
  });
});
