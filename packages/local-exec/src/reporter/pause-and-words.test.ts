import { t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { newCacheDir } from "../../test/support/cached-runs.js";
import { VirtualScreen } from "../../test/support/virtual-screen.js";
import { runLocal } from "../entries/index.js";
import { pausableReporter, reporter } from "../entries/reporter.js";

const number = { inputs: { x: t.int() }, output: t.int() } as const;
const inc = task({ name: "inc", cache: { version: "1" }, ...number }, ({ x }) => x + 1);
const fails = task({ name: "fails", ...number }, () => {
  const far = "                                                                                          ";
  throw new RangeError(`a message that is longer than a narrow terminal is wide${far.slice(99)}`);
});
const wf = workflow({ name: "wf", ...number }, ({ x }) => fails({ x: inc({ x }) }));
const ascii = { color: false, unicode: false };

describe("a reporter that pauses", () => {
  it.each([true, false])("leaves the terminal to somebody else, live: %s", async (live) => {
    const screen = new VirtualScreen(70, 20);
    const { reporter: shown, pause } = pausableReporter({ stream: screen, live, ...ascii });
    let before: readonly string[] = [];
    let meanwhile: readonly string[] = [];
    const ask = task({ name: "ask", ...number }, ({ x }, { logger }) => {
      logger.info("before");
      const paused = pause();
      before = screen.lines;
      logger.info("meanwhile");
      paused.write("Sure? ");
      paused.write("yes\n");
      meanwhile = screen.lines;
      paused.resume();
      return x;
    });
    await runLocal(ask, { x: 1 }, { ...shown });
    expect(before.at(-1)).toBe("ask | before");
    expect(meanwhile).toEqual([...before, "Sure? yes"]);
    const said = screen.lines.filter((line) => line.startsWith("ask | ") || line.startsWith("Sure"));
    expect(said).toEqual(["ask | before", "Sure? yes", "ask | meanwhile"]);
    expect(screen.lines.at(-1)).toMatch(/^\+ ask succeeded after/);
  });

  it("says how the run ended when it goes on after that", async () => {
    const screen = new VirtualScreen(70, 20);
    const { reporter: shown, pause } = pausableReporter({ stream: screen, live: true, ...ascii });
    let paused: ReturnType<typeof pause> | undefined;
    const ask = task({ name: "ask" }, () => void (paused = pause()));
    await runLocal(ask, {}, { ...shown });
    expect(screen.lines.join("")).not.toContain("succeeded");
    paused?.resume();
    expect(screen.lines.at(-1)).toMatch(/^\+ ask succeeded after/);
    screen.write("free\n");
    expect(screen.lines.at(-1)).toBe("free");
  });
});

describe("a reporter that ends", () => {
  it.each([true, false])("leaves what it knows, and the terminal to others, live: %s", (live) => {
    const screen = new VirtualScreen(70, 20);
    const shown = pausableReporter({ stream: screen, live, ...ascii });
    const run = { at: 0, runId: "r", entity: "wf" } as const;
    const node = { ...run, node: "n0", name: "inc", attempt: 0 };
    shown.reporter.onEvent({ ...run, kind: "run-started" });
    shown.reporter.onEvent({ ...node, entity: "inc", kind: "node-started" });
    shown.end();
    const left = screen.lines;
    expect(left.some((line) => line.includes("inc"))).toBe(live);
    shown.reporter.onEvent({ ...node, entity: "inc", kind: "node-skipped" });
    screen.write("free\n");
    expect(screen.lines).toEqual([...left, "free"]);
  });
});

describe("what a reporter says", () => {
  it("is nothing but failures where it is quiet", async () => {
    const screen = new VirtualScreen(100, 40);
    await runLocal(inc, { x: 1 }, { ...reporter({ stream: screen, quiet: true, ...ascii }) });
    expect(screen.lines).toEqual([""]);
    await runLocal(wf, { x: 1 }, { ...reporter({ stream: screen, quiet: true, ...ascii }) }).catch(() => {});
    expect(screen.lines[0]).toBe("x fails (n1)");
    expect(screen.lines.at(-1)).toMatch(/^x wf failed after/);
  });

  it.each([60, 80, 140])("fits in %d columns, and the caret stands under its place", async (columns) => {
    const screen = new VirtualScreen(columns, 60);
    await runLocal(wf, { x: 1 }, { ...reporter({ stream: screen, live: true, ...ascii }) }).catch(() => {});
    const { lines } = screen;
    const at = lines.findIndex((line) => /^ +\| +\^$/.test(line));
    const caret = lines[at]?.indexOf("^") ?? 0;
    expect(lines[at - 1]?.slice(caret)).toMatch(/^new /);
    const others = lines.filter((line) => !line.includes(".ts:"));
    expect(Math.max(...others.map((line) => line.length))).toBeLessThan(columns);
  });

  it("names the page of a code, and with `verbose` shows stacks and what the cache says", async () => {
    const screen = new VirtualScreen(200, 90);
    const pageOf = (code: string): string => `https://example.com/${code}`;
    const shown = reporter({ stream: screen, live: true, verbose: true, pageOf, ...ascii });
    await runLocal(wf, { x: 1 }, { ...shown, cache: newCacheDir() }).catch(() => {});
    expect(screen.lines).toContain("  https://example.com/TASK_FAILED");
    expect(
      screen.lines.filter((line) => /^ {2}at .*pause-and-words\.test\.ts/.test(line)).length,
    ).toBeGreaterThan(1);
    expect(screen.lines).toContain("inc | first run");
  });
});
