import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as api from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { approve, dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runLocal, startLocal } from "../entries/index.js";
import { resumeLocal } from "../entries/journal.js";
import { telemetry } from "../entries/otel.js";

const number = { inputs: { x: t.int() }, output: t.int() } as const;
const inc = task({ name: "inc", ...number }, ({ x }) => x + 1);
const fails = task({ name: "fails", ...number }, () => {
  throw new RangeError("too much");
});

let exporter: InMemorySpanExporter;
beforeEach(() => {
  exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  api.trace.setGlobalTracerProvider(provider);
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterEach(() => {
  api.trace.disable();
  api.context.disable();
});

/** The spans as a tree of names. */
function treeOf(spans: readonly ReadableSpan[]): readonly unknown[] {
  const inside = (id: string | undefined): unknown[] =>
    spans
      .filter(({ parentSpanContext }) => parentSpanContext?.spanId === id)
      .toSorted((a, b) => pathOf(a).localeCompare(pathOf(b)))
      .map((span) => {
        const inner = inside(span.spanContext().spanId);
        return inner.length === 0 ? span.name : [span.name, ...inner];
      });
  return inside(undefined);
}
const pathOf = ({ attributes }: ReadableSpan): string => String(attributes["flyte.node.path"]);
const spanAt = (path: string, attempt = 0): ReadableSpan => {
  const span = exporter
    .getFinishedSpans()
    .find(
      ({ attributes }) => attributes["flyte.node.path"] === path && attributes["flyte.attempt"] === attempt,
    );
  if (span === undefined) throw new Error(`no span of ${path}`);
  return span;
};
const milliseconds = ([seconds, nanos]: readonly [number, number]): number => seconds * 1000 + nanos / 1e6;

describe("the spans of a run", () => {
  it("nest as its nodes do: sub-workflows, plans, maps, dynamics", async () => {
    const sub = workflow({ name: "sub", ...number }, ({ x }) => inc({ x }));
    const plan = launchPlan(sub, { name: "plan" });
    const dyn = dynamic({ name: "dyn", ...number }, ({ x }) => inc({ x }));
    const wf = workflow({ name: "wf", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) =>
      mapTask(inc)({ x: [sub({ x }), plan({ x }), dyn({ x })] }),
    );
    expect(await runLocal(wf, { x: 1 }, { ...telemetry(api) })).toEqual([3, 3, 3]);
    const map = expect.stringMatching(/^map_inc_/) as unknown;
    expect(treeOf(exporter.getFinishedSpans())).toEqual([
      ["run wf", ["sub", "inc"], ["plan", "inc"], ["dyn", "inc"], [map, "inc", "inc", "inc"]],
    ]);
    const { attributes } = spanAt("n3/n1");
    expect(attributes).toMatchObject({
      "flyte.node.path": "n3/n1",
      "flyte.entity": "inc",
      "flyte.map.item": 1,
      "flyte.attempt": 0,
    });
    expect(attributes["flyte.run.id"]).toMatch(/^[\da-f-]{36}$/);
    expect(spanAt("n1").attributes["flyte.execution.id"]).toEqual(expect.any(String));
  });

  it("hold the author's own spans, also of parallel tasks and parallel runs", async () => {
    const traced = task({ name: "traced", ...number }, async ({ x }) => {
      const mine = api.trace.getTracer("mine");
      await new Promise((resolve) => setTimeout(resolve, x % 3));
      mine.startSpan(`own ${x}`).end();
      return x;
    });
    const pair = workflow({ name: "pair", inputs: { x: t.int(), y: t.int() } }, ({ x, y }) => {
      traced({ x });
      traced({ x: y });
    });
    const options = telemetry(api);
    await Promise.all([1, 3, 5, 7].map((x) => runLocal(pair, { x, y: x + 1 }, { ...options })));
    const spans = exporter.getFinishedSpans();
    const byId = new Map(spans.map((span) => [span.spanContext().spanId, span]));
    const owners = spans
      .filter(({ name }) => name.startsWith("own "))
      .map(({ name, parentSpanContext }) => {
        const node = byId.get(parentSpanContext?.spanId ?? "");
        const run = byId.get(node?.parentSpanContext?.spanId ?? "");
        const isOfIt = node?.attributes["flyte.run.id"] === run?.attributes["flyte.run.id"];
        return [name, node?.attributes["flyte.node.path"], run?.name, isOfIt];
      });
    expect(owners.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((x) => [`own ${x}`, x % 2 === 1 ? "n0" : "n1", "run pair", true]),
    );
    const runs = spans.filter(({ name }) => name === "run pair");
    expect(new Set(runs.map(({ attributes }) => attributes["flyte.run.id"])).size).toBe(4);
  });

  it("are inside the span that is active where the run starts", async () => {
    await api.trace.getTracer("mine").startActiveSpan("outer", async (outer) => {
      await runLocal(inc, { x: 1 }, { ...telemetry(api, { attributes: { team: "a" } }) });
      outer.end();
    });
    expect(treeOf(exporter.getFinishedSpans())).toEqual([["outer", ["run inc", "inc"]]]);
    expect(exporter.getFinishedSpans().find(({ name }) => name === "run inc")?.attributes).toMatchObject({
      team: "a",
      "flyte.entity": "inc",
    });
  });

  it("link an attempt to the one before, and record why it failed", async () => {
    let tries = 0;
    const flaky = task({ name: "flaky", output: t.int(), retries: 2 }, () => {
      tries += 1;
      if (tries < 3) throw new RangeError("not yet");
      return tries;
    });
    expect(await runLocal(flaky, {}, { ...telemetry(api) })).toBe(3);
    const [first, second, third] = [spanAt("n0", 0), spanAt("n0", 1), spanAt("n0", 2)];
    expect(first.status).toMatchObject({ code: api.SpanStatusCode.ERROR });
    expect(first.attributes).toMatchObject({ "flyte.retrying": true, "error.type": "TASK_FAILED" });
    expect(first.events).toMatchObject([
      { name: "exception", attributes: { "exception.type": "TASK_FAILED" } },
    ]);
    expect(first.events[0]?.attributes?.["exception.stacktrace"]).toContain("telemetry.test.ts");
    expect(second.links.map(({ context }) => context.spanId)).toEqual([first.spanContext().spanId]);
    expect(third.links.map(({ context }) => context.spanId)).toEqual([second.spanContext().spanId]);
    expect(third.status.code).toBe(api.SpanStatusCode.UNSET);
  });

  it("take the times of the events", async () => {
    const durations: number[] = [];
    const { onEvent, interceptors } = telemetry(api);
    await runLocal(
      inc,
      { x: 1 },
      {
        interceptors,
        onEvent: [onEvent, (event) => "duration" in event && durations.push(event.duration)],
      },
    );
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ duration }) => milliseconds(duration))).toEqual(
      durations.map((each) => expect.closeTo(each, 2) as number),
    );
  });

  it("all end, also of nodes that a failure or a cancel stopped", async () => {
    let start = (): void => {};
    const started = new Promise<void>((resolve) => (start = resolve));
    const never = task({ name: "never", ...number }, () => {
      start();
      return new Promise<number>(() => {});
    });
    const late = task({ name: "late", ...number }, async () => {
      await started;
      throw new RangeError("too much");
    });
    const inner = workflow({ name: "inner", ...number }, ({ x }) => never({ x }));
    const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => {
      inner({ x });
      late({ x });
    });
    await expect(runLocal(wf, { x: 1 }, { ...telemetry(api) })).rejects.toThrow("TASK_FAILED");
    expect(treeOf(exporter.getFinishedSpans())).toEqual([["run wf", ["inner", "never"], "late"]]);
    expect(spanAt("n0/n0").attributes).toMatchObject({ "flyte.stopped": true });
    const last = exporter.getFinishedSpans().at(-1);
    expect(last).toMatchObject({ name: "run wf", status: { code: api.SpanStatusCode.ERROR } });
    exporter.reset();
    const run = startLocal(inner, { x: 1 }, { ...telemetry(api) });
    for await (const { kind } of run.events()) if (kind === "node-started") run.cancel("enough");
    expect(treeOf(exporter.getFinishedSpans())).toEqual([["run inner", "never"]]);
    expect(exporter.getFinishedSpans().at(-1)?.attributes["error.type"]).toBe("RUN_ABORTED");
  });

  it("are of skipped nodes, too", async () => {
    const wf = workflow(
      { name: "wf", ...number, failurePolicy: "fail-after-executable-nodes-complete" },
      ({ x }) => inc({ x: fails({ x }) }),
    );
    await expect(runLocal(wf, { x: 1 }, { ...telemetry(api) })).rejects.toThrow("TASK_FAILED");
    expect(
      exporter.getFinishedSpans().find(({ attributes }) => attributes["flyte.node.path"] === "n1"),
    ).toMatchObject({ name: "inc", attributes: { "flyte.skipped": true } });
  });
});

describe("the spans of what does not run", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "telemetry-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("say what the cache said", async () => {
    const kept = task({ name: "kept", ...number, cache: { version: "1" } }, ({ x }) => x + 1);
    const wf = workflow({ name: "wf", ...number }, ({ x }) => kept({ x }));
    const options = { cache: folder, ...telemetry(api) };
    await runLocal(wf, { x: 1 }, options);
    expect(spanAt("n0").attributes).toMatchObject({
      "flyte.cache": "miss",
      "flyte.cache.reason": "first-run",
    });
    exporter.reset();
    expect(await runLocal(wf, { x: 1 }, options)).toBe(2);
    expect(treeOf(exporter.getFinishedSpans())).toEqual([["run wf", "kept"]]);
    expect(spanAt("n0").attributes).toMatchObject({
      "flyte.cache": "hit",
      "flyte.cache.reason": "found",
      "flyte.reused": "cache",
    });
  });

  it("say that a run was resumed", async () => {
    let isBroken = true;
    const breaks = task({ name: "breaks", ...number }, ({ x }) => {
      if (isBroken) throw new Error("broken");
      return x;
    });
    const wf = workflow({ name: "wf", ...number }, ({ x }) => breaks({ x: inc({ x }) }));
    const run = startLocal(wf, { x: 1 }, { journal: folder });
    await run.result.catch(() => {});
    isBroken = false;
    const resumed = resumeLocal(wf, { journal: folder, run: run.id, ...telemetry(api) });
    expect(await resumed.result).toBe(2);
    expect(treeOf(exporter.getFinishedSpans())).toEqual([["run wf", "inc", "breaks"]]);
    expect(spanAt("n0").attributes).toMatchObject({ "flyte.reused": "journal" });
    expect(spanAt("n1").attributes).not.toHaveProperty("flyte.reused");
  });
});

describe("telemetry", () => {
  it("does nothing without an SDK", async () => {
    api.trace.disable();
    api.context.disable();
    const wf = workflow({ name: "wf", ...number }, ({ x }) => approve(inc({ x }), "ok"));
    expect(await runLocal(wf, { x: 1 }, { gates: { ok: true }, ...telemetry(api) })).toBe(2);
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it("keeps the failures of an SDK out of the run, and tells its diag of them", async () => {
    const said: unknown[] = [];
    const quiet = (): void => {};
    const logger = { error: (...told: unknown[]) => said.push(...told), warn: quiet, info: quiet };
    api.diag.setLogger({ ...logger, debug: quiet, verbose: quiet });
    const broken = (): never => {
      throw new Error("broken SDK");
    };
    const tracer = { startSpan: broken, startActiveSpan: broken };
    expect(await runLocal(inc, { x: 1 }, { ...telemetry(api, { tracer }) })).toBe(2);
    api.diag.disable();
    expect(said).toContainEqual(new Error("broken SDK"));
  });
});
