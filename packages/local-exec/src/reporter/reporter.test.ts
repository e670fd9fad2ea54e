import { afterEach, describe, expect, it, vi } from "vitest";
import { VirtualScreen } from "../../test/support/virtual-screen.js";
import { reporter } from "../entries/reporter.js";
import type { RunEvent } from "../events/events.js";

const ascii = { live: true, color: false, unicode: false };
const ofNode = (node: string, name: string, item?: number) => ({
  at: 0,
  runId: "r",
  attempt: 0,
  node,
  name,
  entity: name,
  ...(item === undefined ? {} : { item }),
});
const started = (node: string, name: string, item?: number): RunEvent => ({
  ...ofNode(node, name, item),
  kind: "node-started",
});
const logged = (name: string, message: string): RunEvent => ({
  ...ofNode("n0", name),
  kind: "node-logged",
  level: "info",
  message,
});
const ended = (node: string, name: string, item?: number): RunEvent => ({
  ...ofNode(node, name, item),
  kind: "node-succeeded",
  duration: 5,
  outputs: new Map(),
});
const runStarted: RunEvent = { at: 0, runId: "r", kind: "run-started", entity: "wf" };
const runEnded: RunEvent = {
  at: 9,
  runId: "r",
  kind: "run-succeeded",
  entity: "wf",
  duration: 9,
  outputs: new Map(),
};

afterEach(() => {
  vi.useRealTimers();
});

/** A screen on which events are shown, and drawn when the test says so. */
function shown(screen: VirtualScreen): { tell(...events: RunEvent[]): readonly string[] } {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "hrtime"] });
  const { onEvent } = reporter({ stream: screen, ...ascii });
  return {
    tell: (...events) => {
      for (const event of events) onEvent(event);
      vi.advanceTimersByTime(100);
      return screen.lines;
    },
  };
}

describe("the reporter on a terminal", () => {
  it("draws a tree: what is under way first, then what has ended", () => {
    const screen = new VirtualScreen();
    const { tell } = shown(screen);
    expect(tell(runStarted, started("n0", "load"), started("n1", "sub"))).toEqual([
      "/ wf 100ms",
      "  / load 100ms",
      "  / sub 100ms",
    ]);
    expect(
      tell(ended("n0", "load"), started("n1/n0", "inner"), {
        ...ofNode("n1/n1", "ask"),
        kind: "node-waiting",
        gate: { for: "approval", signal: "good", since: 0 },
      }),
    ).toEqual([
      "- wf 200ms  1 succeeded",
      "  - sub 200ms",
      "    - inner 100ms",
      "    ? ask 100ms  waits for approval: good",
      "  + load 5ms",
    ]);
    expect(tell(ended("n1/n0", "inner"), ended("n1/n1", "ask"), ended("n1", "sub"), runEnded)).toEqual([
      "  + load 5ms",
      "  + sub 5ms",
      "    + inner 5ms",
      "    + ask 5ms",
      "+ wf succeeded after 9ms: 4 succeeded",
    ]);
    expect(tell(started("n7", "late"))).toHaveLength(5);
  });

  it("shows maps as counts, also of what is inside their items", () => {
    const { tell } = shown(new VirtualScreen(100));
    const items = Array.from({ length: 500 }, (_, index) => [
      started(`n0/n${index}`, "sub", index),
      started(`n0/n${index}/n0`, "inner"),
      ended(`n0/n${index}/n0`, "inner"),
      ...(index < 400 ? [ended(`n0/n${index}`, "sub", index)] : []),
    ]).flat();
    expect(tell(runStarted, started("n0", `map_sub_${"0a".repeat(16)}-arraynode`), ...items)).toEqual([
      "/ wf 100ms  900 succeeded",
      "  / map of sub 100ms  items: 100 running, 400 succeeded",
    ]);
  });

  it("has no more lines than the terminal, whatever is under way", () => {
    const screen = new VirtualScreen(60, 6);
    const { tell } = shown(screen);
    const nodes = Array.from({ length: 200 }, (_, index) => started(`n${index}`, `task ${index}`));
    const lines = tell(runStarted, ...nodes);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe("  ... and more");
    tell();
    expect(screen.lines).toHaveLength(5);
  });

  it("prints logs, and what others write, above the tree and whole lines at a time", () => {
    const screen = new VirtualScreen();
    const { tell } = shown(screen);
    tell(runStarted, started("n0", "load"));
    screen.write("printed ");
    screen.write("by a task\nnot yet ");
    expect(tell(logged("load", "one\ntwo"))).toEqual([
      "printed by a task",
      "load | one",
      "load | two",
      "- wf 200ms",
      "  - load 200ms",
    ]);
    expect(tell(ended("n0", "load"), runEnded)).toEqual([
      "printed by a task",
      "load | one",
      "load | two",
      "  + load 5ms",
      "+ wf succeeded after 9ms: 1 succeeded",
      "not yet",
    ]);
    screen.write("free");
    expect(screen.lines.at(-1)).toBe("not yet free");
  });

  it("lets hostile names do nothing to the terminal", () => {
    const screen = new VirtualScreen(40);
    const { tell } = shown(screen);
    const hostile = "a\n\u{1B}[2Jb\u{1B}]0;title\u{7}\u{202E}c\r\u{200B}d\u{9B}1m";
    const wide = "日本語のとても長い名前をもつタスクの名前です👩‍👩‍👧";
    const lines = tell(
      { ...runStarted, entity: hostile },
      started("n0", hostile),
      started("n1", wide),
      logged(hostile, `x${hostile}`),
    );
    expect(lines.length).toBe(5);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}|\u202E/u);
    expect(lines.at(-1)).toMatch(/^ {2}\S 日本語.*\.\.\.$/);
    // Each of these takes two columns.
    expect((lines.at(-1) ?? "").length).toBeLessThan(28);
  });

  it("redraws where a terminal has become narrower", () => {
    const screen = new VirtualScreen(60);
    const { tell } = shown(screen);
    const name = "x".repeat(70);
    tell(runStarted, started("n0", name));
    screen.columns = 30;
    expect(tell().at(-1)).toMatch(/^ {2}\S x{22}\.\.\.$/);
  });

  it("shares a screen with another run", () => {
    const screen = new VirtualScreen();
    const { tell } = shown(screen);
    const other = reporter({ stream: screen, ...ascii });
    tell(runStarted, started("n0", "one"));
    other.onEvent({ ...runStarted, runId: "s", entity: "other" });
    expect(tell()).toEqual(["- wf 200ms", "  - one 200ms", "- other 100ms"]);
    other.onEvent({ ...runEnded, runId: "s", entity: "other" });
    expect(tell()).toEqual(["+ other succeeded after 9ms", "\\ wf 300ms", "  \\ one 300ms"]);
    tell(runEnded);
  });

  it("costs the same for each of 20,000 nodes", () => {
    const { tell } = shown(new VirtualScreen());
    const busy = (): number => process.cpuUsage().user;
    const take = (from: number): number => {
      const before = busy();
      for (let index = from; index < from + 10_000; index += 1) {
        const node = `n${index}`;
        if (index % 100 === 0) tell(started(node, "t"), ended(node, "t"));
        else tellQuietly(started(node, "t"), ended(node, "t"));
      }
      return busy() - before;
    };
    const { onEvent } = reporter({ stream: new VirtualScreen(), ...ascii });
    const tellQuietly = (...events: RunEvent[]): void => {
      for (const event of events) onEvent(event);
    };
    onEvent(runStarted);
    tell(runStarted);
    take(0);
    const first = take(10_000);
    expect(take(20_000)).toBeLessThan(first * 3 + 50_000);
  });
});
