import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { RunEvent } from "@flytekit-ts/local-exec";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const goOn = fileURLToPath(new URL("go-on.ts", import.meta.url));
const FLAGS = ["--conditions=@flytekit-ts/source", "--import", "tsx"];

/** The program, from source, as its own process. */
function program(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...FLAGS, main, ...args], { stdio: ["ignore", "ignore", "inherit"] });
}

/** How many fits have saved how far they came, since a time. */
function savedSince(journal: string, time: number): number {
  const isSaved = (path: string): boolean => {
    const stats = path.endsWith("_dst_cp")
      ? statSync(join(journal, path), { throwIfNoEntry: false })
      : undefined;
    return stats !== undefined && stats.mtimeMs > time;
  };
  return filesIn(journal).filter(isSaved).length;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    // Nothing was written yet, or a file was just renamed.
    return [];
  }
}

/** Kills a process when something has come true. There is no more sudden end. */
async function killWhen(child: ChildProcess, isTime: () => boolean): Promise<void> {
  const ended = once(child, "exit");
  while (!isTime()) {
    if (child.exitCode !== null) throw new Error("it ended before it was killed");
    await wait(5);
  }
  child.kill("SIGKILL");
  const [, signal] = await ended;
  expect(signal).toBe("SIGKILL");
}

interface Told {
  readonly resumed: Outcome;
  readonly again: Outcome;
  readonly report: string;
}

interface Outcome {
  readonly events: readonly RunEvent[];
  readonly result: { readonly scores: readonly { readonly year: number; readonly accuracy: number }[] };
}

const ends = (events: readonly RunEvent[], entity: string) =>
  events.flatMap((event) => (event.kind === "node-succeeded" && event.entity === entity ? [event] : []));

describe("the forecast", () => {
  it("is killed twice, and goes on from where it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rain-"));
    const journal = join(folder, "runs");

    await killWhen(program(folder), () => savedSince(journal, 0) >= 1);
    const [id = ""] = filesIn(journal).filter((name) => /^[0-9a-f-]{36}$/.test(name));
    const killed = Date.now();
    await killWhen(program(folder, id), () => savedSince(journal, killed) >= 1);

    const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, goOn, folder, id]);
    const { resumed, again, report } = JSON.parse(stdout) as Told;
    // What had ended did not run again.
    expect(ends(resumed.events, "rain.parse")).toMatchObject([{ reused: "journal" }]);
    expect(ends(resumed.events, "rain.split")).toMatchObject([{ reused: "journal" }]);
    // What was under way went on from its checkpoint.
    const begun = resumed.events.flatMap((event) => (event.kind === "node-logged" ? [event] : []));
    expect(begun.map(({ message }) => message)).toContain("goes on");
    for (const { message, fields } of begun) expect(Number(fields?.["step"]) > 0).toBe(message === "goes on");

    // A run that nothing ended comes to the same, and knows the weather from the cache.
    const { scores } = resumed.result;
    expect(again.result.scores).toEqual(scores);
    expect(again.events.find(({ kind }) => kind === "cache-hit")).toMatchObject({ entity: "rain.parse" });

    expect(scores.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015]);
    for (const { accuracy } of scores) expect(accuracy).toBeGreaterThan(0.65);
    expect(report.trim().split("\n")).toHaveLength(1 + scores.length);
    const [{ deck = "" } = {}] = ends(resumed.events, "rain.report");
    expect(readFileSync(deck, "utf8")).toContain('<text x="0" y="16">2012</text>');
  });
});
