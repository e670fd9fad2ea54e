import { t, task } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { taskId } from "@flytekit-ts/core/tasks";
import { encode } from "@flytekit-ts/models";
import { WorkflowTemplate } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { scramble } from "../../test/support/scramble.js";
import { conditional } from "../conditional/conditional.js";
import { workflow, type Workflow } from "../function/workflow.js";
import { imperativeWorkflow } from "../imperative/imperative-workflow.js";
import type { Problem } from "../problem/problem.js";
import { serialize } from "../serialize/serialize.js";
import { trace } from "../trace/trace.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { compile } from "./compile.js";
import type { CompiledWorkflow } from "./compiled-workflow.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };
const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);

function problemsOf(wf: AuthoredWorkflow): readonly Problem[] {
  try {
    compile(wf);
  } catch (error) {
    if (isFlytekitError(error)) return (error.params as { readonly problems: readonly Problem[] }).problems;
    throw error;
  }
  return [];
}

function bytesOf({ template }: CompiledWorkflow): string {
  return Buffer.from(encode(WorkflowTemplate, template)).toString("hex");
}

function namesOf(compiled: readonly { readonly workflow: AuthoredWorkflow }[]): string[] {
  return compiled.map(({ workflow: { name } }) => name);
}

describe("compile", () => {
  it("gives equal bytes each time, for equal settings", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x: inc({ x }) }));
    expect(bytesOf(compile(wf, SETTINGS))).toBe(bytesOf(compile(wf, { ...SETTINGS })));
    expect(bytesOf(compile(wf, SETTINGS))).not.toBe(bytesOf(compile(wf, { ...SETTINGS, version: "w" })));
  });

  it("gives equal bytes for the same workflow written anew", () => {
    const write = () => workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x: inc({ x }) }));
    expect(bytesOf(compile(write()))).toBe(bytesOf(compile(write())));
  });

  it("leaves ids empty without settings", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x }));
    expect(compile(wf).template.id).toMatchObject({ name: "wf", project: "", domain: "", version: "" });
    expect(taskId(inc, SETTINGS).project).toBe("p");
  });

  it("gives messages that a caller may change without reaching a later compile", () => {
    const person = t.struct("Person", { name: t.string(), tags: t.list(t.string()) });
    const rich = task({ name: "rich", inputs: { person, raw: t.map(t.int()) }, output }, () => 1);
    const wf = workflow({ name: "wf", inputs: { person }, output }, ({ person }) =>
      rich(
        { person, raw: { a: 1, b: rich({ person: { name: "Ada", tags: ["x"] }, raw: {} }) } },
        {
          resources: { cpu: { request: "1", limit: "2" } },
          accelerator: { device: "a100", partition: "1g.5gb" },
          sharedMemory: "1Gi",
          podTemplate: { podSpec: { containers: [{ name: "primary", env: [{ name: "A", value: "1" }] }] } },
          aliases: { o0: "score" },
        },
      ),
    );
    const before = bytesOf(compile(wf, SETTINGS));
    scramble(compile(wf, SETTINGS).template);
    expect(bytesOf(compile(wf, SETTINGS))).toBe(before);
  });

  it("names 10,000 nodes", () => {
    const wf = workflow({ name: "long", inputs, output }, ({ x }) => {
      let last = inc({ x });
      for (let i = 1; i < 10_000; i += 1) last = inc({ x: last });
      return last;
    });
    const { nodes, outputs } = compile(wf).template;
    expect(nodes).toHaveLength(10_000);
    expect(nodes.map(({ id }) => id)).toEqual(Array.from({ length: 10_000 }, (_, i) => `n${i}`));
    expect(nodes[9_999]?.upstreamNodeIds).toEqual(["n9998"]);
    expect(outputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "n9999" } });
  });

  it("refuses a task, and what is no entity", () => {
    expect(() => compile(inc as unknown as AuthoredWorkflow)).toThrow(
      expect.objectContaining({
        code: "ENTITY_NOT_COMPILABLE",
        params: { wanted: "workflows", given: "the task inc" },
      }),
    );
    expect(() => compile({} as AuthoredWorkflow)).toThrow(
      expect.objectContaining({ params: { wanted: "workflows", given: "an object" } }),
    );
  });
});

describe("what a compilation is given beside its workflow", () => {
  const wf = workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x }));
  const loose = compile as (...given: unknown[]) => unknown;

  it.each([
    [[null], "SETTINGS_INVALID"],
    [["p"], "SETTINGS_INVALID"],
    [[{}], "SETTINGS_INVALID"],
    [[{ ...SETTINGS, version: 3 }], "SETTINGS_INVALID"],
    [[SETTINGS, null], "OPTIONS_NOT_AN_OBJECT"],
    [[SETTINGS, ["CODE"]], "OPTIONS_NOT_AN_OBJECT"],
    [[SETTINGS, { allowed: [] }], "OPTION_UNKNOWN"],
    [[SETTINGS, { allow: "CODE" }], "OPTION_INVALID"],
    [[SETTINGS, { allow: null }], "OPTION_INVALID"],
  ])("is refused: %o", (given, code) => {
    expect(() => loose(wf, ...given)).toThrow(expect.objectContaining({ code }));
  });
});

describe("the sub-workflows of a compiled workflow", () => {
  const leaf = workflow({ name: "leaf", inputs, output }, ({ x }) => inc({ x }));
  const middle = workflow({ name: "Middle", inputs, output }, ({ x }) => leaf({ x: leaf({ x }) }));
  const other = workflow({ name: "another", inputs, output }, ({ x }) => leaf({ x }));
  const top = workflow({ name: "top", inputs, output }, ({ x }) => other({ x: middle({ x: other({ x }) }) }));
  const compiled = compile(top, SETTINGS);

  it("are all that are used at any depth, each once, by code point", () => {
    expect(namesOf(compiled.subWorkflows)).toEqual(["Middle", "another", "leaf"]);
  });

  it("have sub-workflows, entities and messages of their own", () => {
    const part = compiled.subWorkflows[0];
    expect(namesOf(part?.subWorkflows ?? [])).toEqual(["leaf"]);
    expect(part?.entities.map(({ name }) => name)).toEqual(["inc", "leaf", "Middle"]);
    expect(part?.template).toEqual(compile(middle, SETTINGS).template);
  });

  it("are not the workflow itself, which comes last among the entities", () => {
    expect(compiled.entities.map(({ name }) => name)).toEqual(["inc", "leaf", "another", "Middle", "top"]);
  });

  it("come once though a module made them twice", () => {
    const load = (): Workflow<typeof inputs, typeof output> =>
      workflow({ name: "loaded", inputs, output }, ({ x }) => inc({ x }));
    const [first, second] = [load(), load()];
    const wf = workflow({ name: "both", inputs, output }, ({ x }) => second({ x: first({ x }) }));
    const both = compile(wf, SETTINGS);
    expect(namesOf(both.subWorkflows)).toEqual(["loaded"]);
    expect(both.entities.map(({ name }) => name)).toEqual(["inc", "loaded", "both"]);
  });

  it("are compiled 200 deep", () => {
    let inner: Workflow<typeof inputs, typeof output> = leaf;
    for (let level = 0; level < 200; level += 1) {
      const part = inner;
      inner = workflow({ name: `deep.${String(level).padStart(3, "0")}`, inputs, output }, ({ x }) =>
        part({ x }),
      );
    }
    const deep = compile(inner);
    expect(deep.subWorkflows).toHaveLength(200);
    expect(deep.subWorkflows[0]?.workflow.name).toBe("deep.000");
  });
});

describe("the problems of a workflow", () => {
  const broken = workflow({ name: "broken", inputs, output }, ({ x }) => {
    x.gt(1); // unused condition
    inc({ x }, { id: "Twice" });
    inc({ x }, { id: "twice" }); // second id
    return inc({ x }, { id: "start-node" }); // reserved id
  });
  const around = workflow({ name: "around", inputs, output }, ({ x }) => {
    inc({ x }, { cache: { version: "1" } }); // cache override
    return broken({ x }, { id: "___" }); // empty id
  });

  it("are all told at once, of every workflow used, each with its author's line", () => {
    const found = problemsOf(around).map(({ code, severity, location }) => [code, severity, location?.line]);
    const line = (marker: string): number => lineOf(import.meta.url, marker);
    expect(found).toEqual([
      ["CONDITION_UNUSED", "error", line("unused condition")],
      ["NODE_ID_TWICE", "error", line("second id")],
      ["NODE_ID_INVALID", "error", line("reserved id")],
      ["NODE_ID_INVALID", "error", line("empty id")],
      ["CACHE_OVERRIDE_IGNORED", "warning", line("cache override")],
    ]);
    expect(problemsOf(around).every(({ location }) => location?.file.endsWith("compile.test.ts"))).toBe(true);
  });

  it("are told in the message too, with their places and hints", () => {
    expect(() => compile(around)).toThrow(
      expect.objectContaining({
        code: "WORKFLOW_INVALID",
        message: expect.stringMatching(
          /^\[WORKFLOW_INVALID\] Workflow around does not compile:\n {2}- \[CONDITION_UNUSED\] .*\n {6}at .*compile\.test\.ts:\d+:\d+\n {6}hint: /,
        ) as unknown,
      }),
    );
    expect(() => compile(around)).toThrow(/ {2}- warning \[CACHE_OVERRIDE_IGNORED\]/);
  });

  it("are told again the next time", () => {
    expect(problemsOf(around)).toEqual(problemsOf(around));
  });

  it("are the fault of a call itself, where that is all", () => {
    const wrong = workflow({ name: "wrong", inputs, output }, ({ x }) => {
      for (let i = 0; i < 3; i += 1) inc({ y: x } as never);
      return inc({ x });
    });
    const fault = expect.objectContaining({ code: "INPUT_UNKNOWN", params: expect.anything() });
    expect(() => compile(wrong)).toThrow(fault);
    expect(() => trace(wrong)).toThrow(fault);
    expect(() => wrong.nodes).toThrow(fault);
    expect(() => serialize(wrong, { project: "p", domain: "d", version: "v", image: "i:1" })).toThrow(fault);
  });

  it("are those of calls, of arms and of other checks, over all workflows, and nothing that follows", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) =>
      inc({ x: "1" as never, z: x } as never),
    );
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => {
      const first = inc({ y: x } as never);
      inc({ x: first }, { id: "start-node", retries: -1 });
      const size = conditional("size")
        .if("x" as never, () => inc({ x }))
        .elseIf(x.gt("3" as never), () => 3 as never)
        .elseIf(x.gt(4), () => {
          inc({ x: 2.5 });
          return inc({ x });
        })
        .else(() => inc({ x: inner({ x }) }));
      return inc({ x: size });
    });
    expect(problemsOf(outer)).toMatchObject([
      { code: "INPUT_UNKNOWN", workflow: "inner" },
      { code: "BINDING_TYPE_MISMATCH", workflow: "inner" },
      { code: "INPUT_UNKNOWN", workflow: "outer" },
      { code: "OPTION_INVALID", workflow: "outer" },
      { code: "NODE_ID_INVALID", workflow: "outer" },
      { code: "VALUE_TYPE_MISMATCH", workflow: "outer" },
      { code: "CONDITIONAL_ARM_INVALID", workflow: "outer" },
      { code: "VALUE_TYPE_MISMATCH", workflow: "outer" },
      { code: "BINDING_TYPE_MISMATCH", workflow: "outer" },
    ]);
  });

  it("are gone where what was called has changed", () => {
    const grown = imperativeWorkflow({ name: "grown" });
    const wf = workflow({ name: "wf", inputs }, ({ x }) => void (grown as (args: unknown) => unknown)({ x }));
    expect(() => compile(wf)).toThrow(expect.objectContaining({ code: "WORKFLOW_INVALID" }));
    grown.addEntity(inc, { x: grown.addWorkflowInput("x", t.int()) });
    expect(compile(wf).template.nodes).toHaveLength(1);
  });

  it("do not stop a compilation if all are warnings", () => {
    const warned = workflow({ name: "warned", inputs, output }, ({ x }) =>
      inc({ x }, { cache: { version: "1" } }),
    );
    const calm = workflow({ name: "calm", inputs, output }, ({ x }) => inc({ x }));
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => calm({ x: warned({ x }) }));
    const { warnings, subWorkflows } = compile(wf);
    expect(warnings.map(({ code }) => code)).toEqual(["CACHE_OVERRIDE_IGNORED"]);
    expect(subWorkflows.map((part) => [part.workflow.name, part.warnings.length])).toEqual([
      ["calm", 0],
      ["warned", 1],
    ]);
  });

  it("are told where nothing is worse: what the graph shows, and what the message shows", () => {
    const told: unknown[] = [];
    const onWarning = (problem: Problem): void => void told.push([problem.workflow, problem.code]);
    const large = workflow({ name: "large" }, () => {
      for (let x = 0; x < 101; x += 1) inc({ x });
      inc({ x: 1 }, { cache: { version: "1" } });
    });
    const { warnings } = compile(large, undefined, { onWarning });
    expect(told).toEqual([
      ["large", "WORKFLOW_TOO_LARGE"],
      ["large", "CACHE_OVERRIDE_IGNORED"],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["WORKFLOW_TOO_LARGE", "CACHE_OVERRIDE_IGNORED"]);

    const worse = workflow({ name: "worse" }, () => {
      inc({ x: 1 }, { cache: { version: "1" }, id: "start-node" });
    });
    told.length = 0;
    expect(() => compile(worse, undefined, { onWarning })).toThrow(/NODE_ID_INVALID/);
    expect(told).toEqual([]);
  });

  it("wait until the body can be run: what a body throws comes first", () => {
    const throwing = workflow({ name: "throwing", inputs, output }, ({ x }) => {
      inc({ x }, { id: "start-node" });
      throw new SyntaxError("of the author");
    });
    expect(() => compile(throwing)).toThrow(SyntaxError);
  });

  it("carry the line of a call that does not bind", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      inc({ x });
      // @ts-expect-error a text for an integer
      return inc({ x: "one" }); // wrong call
    });
    expect(() => compile(wf)).toThrow(
      expect.objectContaining({
        code: "BINDING_TYPE_MISMATCH",
        location: expect.objectContaining({ line: lineOf(import.meta.url, "wrong call") }) as unknown,
      }),
    );
  });
});
