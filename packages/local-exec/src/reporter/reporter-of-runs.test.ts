import { dynamic, launchPlan, mapTask, sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it, vi } from "vitest";
import { newCacheDir } from "../../test/support/cached-runs.js";
import { VirtualScreen } from "../../test/support/virtual-screen.js";
import { runLocal, startLocal } from "../entries/index.js";
import { reporter } from "../entries/reporter.js";

const number = { inputs: { x: t.int() }, output: t.int() } as const;
const inc = task({ name: "inc", ...number }, ({ x }) => x + 1);
const fails = task({ name: "fails", ...number }, () => {
  throw new RangeError("too\nmuch");
});
const timeless = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replaceAll(/\b\d+(?:\.\d)?m?s\b/g, "0ms"));
const ascii = { live: true, color: false, unicode: false };

describe("the reporter of real runs", () => {
  it("shows failures with the author's line, and what to do", async () => {
    const screen = new VirtualScreen(120, 40);
    const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => {
      fails({ x: inc({ x }) });
    });
    await expect(
      runLocal(launchPlan(wf), { x: 1 }, { ...reporter({ stream: screen, ...ascii }) }),
    ).rejects.toThrow("TASK_FAILED");
    const line = fails.definedAt.location?.line ?? 0;
    const width = String(line + 3).length;
    expect(timeless(screen.lines)).toEqual([
      "  x fails 0ms",
      "  + inc 0ms",
      "x fails (n1)",
      "  TASK_FAILED RangeError: too",
      "  much",
      expect.stringMatching(new RegExp(String.raw`^ {2}at .*reporter-of-runs\.test\.ts:${line + 1}:9$`)),
      `    ${String(line - 1).padStart(width)} | const inc = task({ name: "inc", ...number }, ({ x }) => x + 1);`,
      `    ${String(line).padStart(width)} | const fails = task({ name: "fails", ...number }, () => {`,
      String.raw`  > ${line + 1} |   throw new RangeError("too\nmuch");`,
      `    ${" ".repeat(width)} |         ^`,
      `    ${line + 2} | });`,
      `    ${line + 3} | const timeless = (lines: readonly string[]): readonly string[] =>`,
      "x wf failed after 0ms: 1 succeeded, 1 failed",
    ]);
  });

  it.each<[string, unknown]>([
    ["5", 5],
    ["undefined", undefined],
    ["a text", "a text"],
    ["its own words", { message: "its own words" }],
  ])("shows what was thrown that is no error, with the task: %s", async (words, thrown) => {
    const screen = new VirtualScreen(120, 40);
    const raises = task({ name: "raises" }, () => {
      throw thrown;
    });
    await runLocal(raises, {}, { ...reporter({ stream: screen, ...ascii }) }).catch(() => {});
    const line = raises.definedAt.location?.line ?? 0;
    expect(screen.lines).toContain(`  TASK_FAILED The task threw something that is not an Error: ${words}`);
    expect(screen.lines).toContainEqual(
      expect.stringMatching(new RegExp(String.raw`^ {2}at .*reporter-of-runs\.test\.ts:${line}:\d+$`)),
    );
    expect(screen.lines).toContain("  Throw an `Error`, which knows the line that it comes from.");
  });

  it("does not say of an interceptor that its failure was thrown", async () => {
    const screen = new VirtualScreen(120, 40);
    const interceptors = [() => 5 as never];
    await runLocal(inc, { x: 1 }, { interceptors, ...reporter({ stream: screen, ...ascii }) }).catch(
      () => {},
    );
    expect(screen.lines).toContain(
      "  TASK_FAILED An interceptor of the run returned the number 5 instead of the outputs of the task.",
    );
  });

  it("shows each failure once, where it happened, and no more than a few", async () => {
    const screen = new VirtualScreen(120, 40);
    const each = workflow({ name: "each", ...number }, ({ x }) => fails({ x }));
    const wf = workflow({ name: "wf", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
      mapTask(fails, { minSuccessRatio: 0.1 })({ x: xs });
      each({ x: 1 });
    });
    const xs = Array.from({ length: 50 }, (_, index) => index);
    await runLocal(wf, { xs }, { ...reporter({ stream: screen, ...ascii }), concurrency: 1 }).catch(() => {});
    const told = screen.lines.filter((line) => /^x .* \(/.test(line));
    expect(told.length).toBeLessThanOrEqual(20);
    expect(told.filter((line) => line.includes("each"))).toEqual([]);
  });

  it.each([true, false])("stands graphs in graphs, a thousand deep, live: %s", async (live) => {
    const screen = new VirtualScreen(100, 20);
    type Calls = (inputs: { x: number }) => number;
    const down: Calls = dynamic({ name: "down", ...number }, ({ x }) =>
      x === 0 ? fails({ x }) : down({ x: x - 1 }),
    ) as unknown as Calls;
    const shown = reporter({ stream: screen, ...ascii, live });
    await runLocal(down as never, { x: 1000 } as never, { ...shown }).catch(() => {});
    expect(screen.lines.at(-1)).toMatch(/^x down failed after .*: 1,002 failed$/);
    expect(screen.lines.filter((line) => line.startsWith("x fails"))).toEqual([
      expect.stringMatching(/^x fails \(n0\/dn0\/.{20,30}\.\.\..{20,30}dn0\/dn0\)/),
      ...(live ? [] : [expect.any(String)]),
    ]);
  });

  it("shows what came from the cache", async () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    const kept = task({ name: "kept", ...number, cache: { version: "1" } }, ({ x }) => x);
    const options = { cache: newCacheDir(), ...reporter({ stream, unicode: false }) };
    await runLocal(kept, { x: 1 }, options);
    written.length = 0;
    await runLocal(kept, { x: 1 }, options);
    expect(timeless(written.join("").trimEnd().split("\n"))).toEqual([
      "kept started",
      "+ kept (n0) 0ms, from the cache",
      "+ kept succeeded after 0ms: 1 succeeded, 1 cached",
    ]);
  });

  it("tells why a run was aborted", async () => {
    const screen = new VirtualScreen(100, 40);
    const run = startLocal(
      task({ name: "never" }, () => new Promise<void>(() => {})),
      {},
      { ...reporter({ stream: screen, ...ascii }) },
    );
    run.cancel("enough");
    await run.result.catch(() => {});
    expect(timeless(screen.lines).slice(-2)).toEqual([
      "  RUN_ABORTED The run of never was aborted: enough",
      "x never failed after 0ms",
    ]);
  });

  it("writes lines where there is no terminal, and the failures of items at the end", async () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    let tries = 0;
    const flaky = task({ name: "flaky", ...number, retries: 1 }, ({ x }) => {
      tries += 1;
      if (tries === 1) throw new Error("not yet");
      return x;
    });
    const wf = workflow({ name: "wf", ...number }, ({ x }) => {
      sleep("1 second");
      mapTask(inc)({ x: [x, flaky({ x })] });
      return flaky({ x });
    });
    await runLocal(wf, { x: 1 }, { ...reporter({ stream, unicode: false }), concurrency: 1 });
    const lines = timeless(written.join("").trimEnd().split("\n"));
    expect(lines[0]).toBe("wf started");
    expect(lines).toContain("~ flaky (n1) 0ms TASK_FAILED, attempt 2 follows");
    expect(lines).toContain("+ flaky (n1) 0ms");
    expect(lines.filter((line) => line.startsWith("+ map of inc (n2)"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("(n2/n"))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^\+ wf succeeded after 0ms: \d succeeded, 1 retry$/);
  });

  it("shows what tasks log once, and nothing on standard error besides", async () => {
    const screen = new VirtualScreen(100, 40);
    const logs = task({ name: "logs" }, (_inputs, { logger }) => logger.info("from the task"));
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const shown = reporter({ stream: screen, ...ascii });
    await runLocal(logs, {}, { ...shown });
    shown.logger.warn("from the run");
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
    expect(timeless(screen.lines)).toEqual([
      "logs | from the task",
      "  + logs 0ms",
      "+ logs succeeded after 0ms: 1 succeeded",
      "warn from the run",
    ]);
  });

  it("never harms a run, whatever the stream does", async () => {
    const broken = (): never => {
      throw new Error("EPIPE");
    };
    for (const live of [true, false]) {
      const stream = { write: broken, isTTY: true, columns: 0, rows: 0 };
      expect(await runLocal(inc, { x: 1 }, { ...reporter({ stream, live }) })).toBe(2);
    }
  });
});
