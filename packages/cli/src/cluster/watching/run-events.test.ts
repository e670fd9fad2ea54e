import type { RunEvent } from "@flytekit-ts/local-exec";
import type { Change } from "@flytekit-ts/remote";
import { describe, expect, it } from "vitest";
import { exitCodeOfPhase } from "./exit-code-of.js";
import { RunEvents } from "./run-events.js";

const execution = { project: "p", domain: "d", name: "e" };
const kinds = { isParent: false, isDynamic: false, isArray: false };

function node(path: string, phase: string, more: object = {}): Change {
  return {
    kind: "node",
    path,
    node: { path, id: path, execution, phase, ...kinds, ...more },
    cursor: "",
  } as Change;
}
function attempt(path: string, number: number, phase: string, more: object = {}): Change {
  const task = { task: "garden.water", id: {}, attempt: number, phase, logs: [], ...more };
  return { kind: "task", path, task, cursor: "" } as unknown as Change;
}
const fault = (message: string) => ({ error: { code: "USER:X", message, kind: "user" } });

function told(changes: readonly Change[]) {
  const events: RunEvent[] = [];
  const gates = new Map([
    ["g", { name: "g", entity: "g", gate: { for: "approval", signal: "release" } as const }],
  ]);
  const all = new RunEvents(
    "f4a1",
    (path) => gates.get(path),
    (event) => events.push(event as RunEvent),
  );
  for (const change of changes) all.take(change);
  return {
    all,
    events,
    words: events.map((event) => `${event.kind} ${"node" in event ? event.node : ""}`.trim()),
  };
}

describe("RunEvents", () => {
  it("starts what has ended between two looks, and tells each end once", () => {
    const { words } = told([
      node("n0", "QUEUED"),
      node("n0", "SUCCEEDED"),
      node("n0", "SUCCEEDED"),
      node("n1", "SKIPPED"),
    ]);
    expect(words).toEqual(["node-started n0", "node-succeeded n0", "node-skipped n1"]);
  });

  it("says what came from the cache, and what an earlier execution had", () => {
    const { events } = told([
      node("n0", "SUCCEEDED", { cache: "HIT", duration: 5 }),
      node("n1", "RECOVERED"),
    ]);
    expect(events.filter(({ kind }) => kind === "node-succeeded")).toMatchObject([
      { reused: "cache", duration: 5 },
      { node: "n1" },
    ]);
  });

  it("counts attempts, and names the task", () => {
    const { events, words } = told([
      node("n0", "RUNNING"),
      attempt("n0", 0, "FAILED", fault("dry")),
      attempt("n0", 1, "RUNNING"),
      node("n0", "FAILED", fault("dry again")),
      attempt("n0", 1, "FAILED", fault("dry again")),
    ]);
    expect(words).toEqual(["node-started n0", "node-failed n0", "node-started n0", "node-failed n0"]);
    expect(events[1]).toMatchObject({ retrying: true, attempt: 0, entity: "garden.water" });
    expect(events[3]).toMatchObject({ retrying: false, attempt: 1 });
  });

  it("gives the links to logs with a failure, and finds it again by the fault of the execution", () => {
    const logs = [{ name: "Kubernetes Logs", uri: "https://logs.example.com/1" }];
    const { all, events } = told([
      node("n0", "RUNNING", { isParent: true }),
      node("n0/n0", "RUNNING"),
      attempt("n0/n0", 0, "RUNNING", { logs }),
      node("n0/n0", "FAILED", fault("no basket")),
      node("n0", "FAILED", { ...fault("n0/n0 failed: no basket"), isParent: true }),
    ]);
    const [inner, outer] = events.filter((event) => event.kind === "node-failed");
    expect(inner?.error.hint).toBe("Kubernetes Logs: https://logs.example.com/1");
    expect(outer?.error).toBe(inner?.error);
    expect(all.failureOf({ code: "X", kind: "user", message: "in the end: no basket" })).toBe(inner?.error);
  });

  it("tells one fault once, where a node is heard of before the one inside that failed", () => {
    const { events } = told([
      node("n2", "FAILED", fault("no rain")),
      node("n2>n0", "FAILED", fault("no rain")),
      node("n20", "FAILED", fault("no rain")),
      node("n2>n1", "FAILED", fault("no sun")),
    ]);
    const failures = events.flatMap((event) => (event.kind === "node-failed" ? [event.error] : []));
    expect(failures[1]).toBe(failures[0]);
    expect(new Set(failures).size).toBe(3);
  });

  it("keeps the links to the logs of what is inside", () => {
    const logs = [{ name: "Kubernetes Logs", uri: "https://logs.example.com/1" }];
    const { events } = told([
      node("n2", "FAILED", fault("no rain")),
      node("n2>n0", "RUNNING"),
      attempt("n2>n0", 0, "RUNNING", { logs }),
      node("n2>n0", "FAILED", fault("no rain")),
    ]);
    const [, inner] = events.filter((event) => event.kind === "node-failed");
    expect(inner?.error.hint).toContain("https://logs.example.com/1");
  });

  it("tells of items, and of gates that wait", () => {
    const item = (phase: string): Change =>
      ({
        kind: "item",
        path: "m/n0",
        item: { index: 0, attempt: 0, phase, logs: [] },
        cursor: "",
      }) as unknown as Change;
    const { events, words } = told([
      node("m", "RUNNING"),
      item("QUEUED"),
      item("RUNNING"),
      item("FAILED"),
      item("FAILED"),
      node("g", "RUNNING"),
    ]);
    expect(words).toEqual([
      ...["node-started m", "node-started m/n0", "node-failed m/n0", "node-started g", "node-waiting g"],
    ]);
    expect(told([node("g", "SUCCEEDED")]).words).toEqual(["node-started g", "node-succeeded g"]);
    expect(events.at(-1)).toMatchObject({ gate: { for: "approval", signal: "release" } });
  });
});

describe("exitCodeOfPhase", () => {
  it.each([
    ["SUCCEEDED", 0],
    ["FAILED", 1],
    ["ABORTED", 3],
    ["TIMED_OUT", 4],
    ["UNKNOWN_99", 1],
  ])("%s is %d", (phase, code) => expect(exitCodeOfPhase(phase)).toBe(code));
});
