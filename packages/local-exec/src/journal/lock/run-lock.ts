import { randomUUID } from "node:crypto";
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "@flytekit-ts/core/storage";
import { errors } from "../../errors.js";
import { type ProcessId, stateOf, thisProcess } from "./this-process.js";

/** The process that writes a run, or wrote it last. */
export interface Holder extends ProcessId {
  /** ISO text. */
  readonly since: string;
}

/** The right to write a run. */
export interface RunLock {
  /** Give it back. It is also free when the process is gone. */
  release(): void;
}

/**
 * Take the right to write a run, if no living process has it.
 *
 * K1. Each taking has a number of its own, one more than the last: `writer-3.json`. It is made by a hard link, so only
 *     one of several processes gets it, and whoever reads it reads all of it. `writer-3.done` says that it was given back.
 * K2. The file of the highest number is never deleted. So a process that looked long ago can take a low number, but sees
 *     then that it is not the highest.
 *
 * @throws `RUN_LOCKED` with the holder, and errors of the file system
 */
export function lockRun(folder: string, run: string): RunLock {
  for (;;) {
    const { last, holder } = takingsIn(folder);
    if (holder !== undefined) throw locked(run, holder);
    const number = last + 1;
    const file = join(folder, `writer-${number}.json`);
    // Another process was faster: see whether it lives.
    if (!isMade(folder, file)) continue;
    if (lastOf(readdirSync(folder)) > number) {
      rmSync(file, { force: true });
      continue;
    }
    if (number > 1) deleteOlder(folder, number);
    return {
      release: () =>
        unlessDeleted(() => writeFileSync(join(folder, `writer-${number}.done`), "", { mode: 0o600 })),
    };
  }
}

/** The process that writes a run now. */
export function holderOf(folder: string): Holder | undefined {
  return takingsIn(folder).holder;
}

interface Takings {
  /** The highest number, or 0. */
  readonly last: number;
  /** Who took it, unless it was given back or the process has ended. */
  readonly holder: Holder | undefined;
}

const NAME = /^writer-(\d+)\.(?:json|done)$/;

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}

function lastOf(names: readonly string[]): number {
  return names.reduce((last, name) => Math.max(last, numberOf(name)), 0);
}

function takingsIn(folder: string): Takings {
  const names = readdirSync(folder);
  const last = lastOf(names);
  if (last === 0 || names.includes(`writer-${last}.done`)) return { last, holder: undefined };
  const holder = read(join(folder, `writer-${last}.json`));
  return { last, holder: holder !== undefined && stateOf(holder) !== "ended" ? holder : undefined };
}

// Undefined if somebody has written something else there, or deleted it to set the run free.
function read(file: string): Holder | undefined {
  try {
    const {
      pid,
      host,
      boot = "",
      start = "",
      since = "",
    } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string"
      ? { pid, host, boot, start, since }
      : undefined;
  } catch (error) {
    // What is no JSON has no code.
    if (systemCode(error) === "ENOENT" || systemCode(error) === "") return undefined;
    throw error;
  }
}

function isMade(folder: string, file: string): boolean {
  const aside = join(folder, `.writer-${randomUUID()}`);
  const holder: Holder = { ...thisProcess(), since: new Date().toISOString() };
  writeFileSync(aside, `${JSON.stringify(holder)}\n`, { flag: "wx", mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function deleteOlder(folder: string, number: number): void {
  for (const name of readdirSync(folder)) {
    const older = numberOf(name);
    if (older > 0 && older < number) rmSync(join(folder, name), { force: true });
  }
}

function unlessDeleted(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}

function locked(run: string, holder: Holder): Error {
  const { pid, host, since } = holder;
  return errors.RUN_LOCKED({ run, pid, host, since, isHere: stateOf(holder) !== "unknown" });
}
