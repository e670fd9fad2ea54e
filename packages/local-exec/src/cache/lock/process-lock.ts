import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { elapsed } from "../../clock/elapsed.js";
import { makeDirectories, systemCode } from "@flytekit-ts/core/storage";
import { isNotThere } from "../disk/write-whole.js";
import { isAlive, type Owner, thisProcess } from "./owner.js";

/** How often the holder of a lock says that it lives, for processes of other machines. */
const HEARTBEAT = 5_000;
/** A holder on another machine that has said nothing for so long has died. */
const SILENT = 60_000;

/** A lock that is held. */
export interface HeldLock {
  release(): Promise<void>;
}

/** What a waiting process has seen of a holder on another machine. */
interface Watched {
  beat: string;
  since: number;
}

/**
 * A lock that one process at a time holds, on a file system that processes share.
 *
 * The holder has a file, `<key>.<number>`, that nobody else can make while it is there. When all who have files have
 * died, the next number is taken, so only one of those who wait can do it.
 *
 * P1. One process holds it at a time. Who took a number makes sure that the dead holder's file was still there: if it
 *     is not, another process took over, and is maybe done, so the number is given back.
 * P2. Who took over deletes the files of the dead before its own, or else P1 would not hold.
 * P3. A process of this machine is dead if it does not exist, however long a living one is busy. One of another
 *     machine is dead when it has been silent for a minute of the waiting process's time.
 */
export class ProcessLock {
  readonly #path: string;
  readonly #watched = new Map<string, Watched>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Take the lock, if nobody holds it. @throws errors of the file system */
  async tryTake(): Promise<HeldLock | undefined> {
    const numbers = await this.#numbers();
    const last = numbers.at(-1);
    for (const number of numbers) if (!(await this.#isDead(number))) return undefined;
    const mine = (last ?? 0) + 1;
    if (!(await this.#claim(mine))) return undefined;
    const seen = await this.#numbers();
    const isStillLast =
      seen.at(-1) === mine && (last === undefined ? seen.length === 1 : seen.includes(last));
    if (!isStillLast) {
      await rm(this.#file(mine), { force: true });
      return undefined;
    }
    for (const dead of seen.filter((number) => number < mine)) await rm(this.#file(dead), { force: true });
    return this.#hold(mine);
  }

  #hold(number: number): HeldLock {
    const file = this.#file(number);
    const beating = setInterval(() => {
      const now = new Date();
      // Whoever holds the lock does not depend on it: it tells others only.
      utimes(file, now, now).catch(() => {});
    }, HEARTBEAT);
    beating.unref();
    return {
      async release() {
        clearInterval(beating);
        await rm(file, { force: true });
      },
    };
  }

  async #claim(number: number): Promise<boolean> {
    const file = this.#file(number);
    await makeDirectories(dirname(file), 0o700);
    try {
      await writeFile(file, JSON.stringify(thisProcess()), { mode: 0o600, flag: "wx" });
      return true;
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      throw error;
    }
  }

  async #isDead(number: number): Promise<boolean> {
    const file = this.#file(number);
    try {
      const owner = toOwner(await readFile(file, "utf8"));
      const alive = owner === undefined ? undefined : isAlive(owner);
      return alive === undefined ? this.#isSilent(file, String((await stat(file)).mtimeMs)) : !alive;
    } catch (error) {
      // It was released just now. The next try sees it.
      if (isNotThere(error)) return false;
      throw error;
    }
  }

  // By the time of this process alone: clocks of machines differ.
  #isSilent(file: string, beat: string): boolean {
    const watched = this.#watched.get(file);
    if (watched?.beat === beat) return elapsed() - watched.since > SILENT;
    this.#watched.set(file, { beat, since: elapsed() });
    return false;
  }

  async #numbers(): Promise<number[]> {
    const prefix = `${basename(this.#path)}.`;
    let names: string[];
    try {
      names = await readdir(dirname(this.#path));
    } catch (error) {
      if (isNotThere(error)) return [];
      throw error;
    }
    const numbers = names.flatMap((name) => {
      const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
      return /^\d{1,15}$/.test(rest) ? [Number(rest)] : [];
    });
    return numbers.toSorted((a, b) => a - b);
  }

  #file(number: number): string {
    return join(dirname(this.#path), `${basename(this.#path)}.${number}`);
  }
}

function toOwner(text: string): Owner | undefined {
  try {
    const { host, pid, started } = JSON.parse(text) as Partial<Owner>;
    if (typeof host === "string" && typeof pid === "number" && typeof started === "string")
      return { host, pid, started };
  } catch {
    // It is being written, or is not ours. If nobody touches it, it goes as that of a silent holder does.
  }
  return undefined;
}
