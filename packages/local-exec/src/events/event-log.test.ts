import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literalOf } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errors } from "../errors.js";
import { EventLog } from "./event-log.js";
import type { RunEvent } from "./events.js";
import { handOut } from "./hand-out.js";

const text = (value: string): Literals =>
  new Map([
    [
      "x",
      literalOf({
        $case: "scalar",
        value: { value: { $case: "primitive", value: { value: { $case: "stringValue", value } } } },
      }),
    ],
  ]);
const about = { at: 5, runId: "r", name: "inc", entity: "inc", attempt: 0 };
const started = (index: number, value = "a"): RunEvent => ({
  ...about,
  kind: "node-started",
  node: `n${index}`,
  inputs: text(value),
});
const read = async (log: EventLog): Promise<RunEvent[]> => {
  const events: RunEvent[] = [];
  for await (const event of log.read()) events.push(event);
  return events;
};
const tellAll = async (log: EventLog, events: readonly RunEvent[]): Promise<void> => {
  for (const event of events) await log.tell(event);
};
const MANY = 10_000;
const many = (): RunEvent[] => Array.from({ length: MANY }, (_, index) => started(index));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "event-log-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("the log of events", () => {
  it("gives every event to readers who come early, late, and after the end (L1)", async () => {
    const log = new EventLog();
    const early = read(log);
    const events = many();
    await tellAll(log, events.slice(0, MANY / 2));
    const late = read(log);
    await tellAll(log, events.slice(MANY / 2));
    log.end();
    const readers = await Promise.all([early, late, read(log), read(log)]);
    for (const had of readers) expect(had).toEqual(events.map(handOut));
  });

  it("holds what is too much for memory in a file without a name", async () => {
    const log = new EventLog();
    const heavy = Array.from({ length: 60 }, (_, index) => started(index, `${index}`.repeat(300_000)));
    await tellAll(log, heavy);
    expect(readdirSync(folder)).toEqual([]);
    log.end();
    expect(await read(log)).toEqual(heavy.map(handOut));
  });

  it("gives equal events of every kind from the file", async () => {
    const failure = errors.RUN_ABORTED(
      { entity: "wf", reason: "enough" },
      {
        cause: new TypeError("first", { cause: "root" }),
        location: { file: "/a/b.ts", line: 3, column: 4 },
      },
    );
    const node = { ...about, node: "n0/n1", item: 4 };
    const events: RunEvent[] = [
      { kind: "run-started", at: 1, runId: "r", entity: "wf" },
      started(1),
      { ...node, kind: "node-started" },
      { ...node, kind: "node-waiting", gate: { for: "input", signal: "s", type: "int", since: 0, until: 8 } },
      { ...node, kind: "node-logged", level: "warn", message: "hello" },
      { ...node, kind: "cache-miss", key: "k", reason: { kind: "first-run" }, words: "first run" },
      { ...node, kind: "node-failed", duration: 1.5, retrying: true, backoff: 2, error: failure },
      { ...node, kind: "node-succeeded", duration: 2.5, outputs: text("b"), reused: "cache" },
      { ...node, kind: "node-skipped" },
      { kind: "run-failed", at: 9, runId: "r", entity: "wf", duration: 3, error: failure },
    ];
    const log = new EventLog();
    await tellAll(log, [...events, ...many()]);
    log.end();
    const had = (await read(log)).slice(0, events.length);
    expect(had).toEqual(events.map(handOut));
    const again = had.at(-1);
    if (again?.kind !== "run-failed") throw new Error("it is another event");
    const { code, text: said, hint, params, location, stack, origin, message } = failure;
    expect(again.error).not.toBe(failure);
    expect(again.error).toMatchObject({ code, text: said, params, location, stack, origin, message });
    expect(again.error.hint).toBe(hint);
    expect(errors.RUN_ABORTED.is(again.error)).toBe(true);
    expect(again.error.cause).toMatchObject({ name: "TypeError", message: "first", cause: "root" });
  });

  it("gives each reader events of its own", async () => {
    const log = new EventLog();
    void log.tell({ kind: "run-started", at: 1, runId: "r", entity: "wf" });
    void log.tell(started(0));
    log.end();
    for (const event of await read(log)) {
      Object.assign(event, { entity: "changed" });
      if (event.kind === "node-started") (event.inputs as Map<string, unknown>).clear();
    }
    const [first, second] = await read(log);
    expect(first).toMatchObject({ entity: "wf" });
    expect(second).toEqual(handOut(started(0)));
  });

  it("slows the run down if the disk is slower, and not otherwise", async () => {
    const log = new EventLog();
    const waits = Array.from({ length: MANY }, (_, index) => log.tell(started(index, "x".repeat(1000))));
    const slowed = waits.filter((wait) => wait !== undefined);
    expect(waits.slice(0, 200).every((wait) => wait === undefined)).toBe(true);
    expect(slowed.length).toBeGreaterThan(0);
    await Promise.all(slowed);
    expect(log.tell(started(0))).toBeUndefined();
  });

  it("ends a reader at once that returns while events come from the file (L2)", async () => {
    const log = new EventLog();
    await tellAll(log, many());
    const reader = log.read();
    const waiting = [reader.next(), reader.next()];
    expect(await reader.return?.()).toEqual({ done: true, value: undefined });
    for (const next of await Promise.all(waiting)) expect(next.done).toBe(true);
  });

  it("serves many who ask for several at once, in order", async () => {
    const log = new EventLog();
    await tellAll(log, many());
    log.end();
    const reader = log.read();
    const all = await Promise.all(Array.from({ length: MANY + 2 }, () => reader.next()));
    expect(all.map(({ value }) => value?.kind === "node-started")).toEqual([
      ...Array<boolean>(MANY).fill(true),
      false,
      false,
    ]);
  });
});

describe("the log of events without a place for its file", () => {
  beforeEach(() => vi.stubEnv("TMPDIR", join(folder, "nowhere")));

  it("says which events are lost, to those who need them, and goes on", async () => {
    const log = new EventLog();
    const reader = log.read();
    await tellAll(log, many());
    log.end();
    await expect(reader.next()).rejects.toMatchObject({
      code: "EVENTS_LOST",
      params: { count: 250, reason: "its folder does not exist" },
    });
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    await expect(read(log)).rejects.toMatchObject({ code: "EVENTS_LOST" });
  });

  it("loses nothing for one who keeps up", async () => {
    const log = new EventLog();
    const reader = log.read();
    let had = 0;
    for (const event of many()) {
      await log.tell(event);
      if ((await reader.next()).value !== undefined) had += 1;
    }
    expect(had).toBe(MANY);
  });
});
