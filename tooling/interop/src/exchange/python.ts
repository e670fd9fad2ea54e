import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { localStore, type ValueStore } from "@flytekit-ts/core/storage";
import type { Value } from "../description/type.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";

/** What Python found, for one type with its values. */
export interface Answer {
  readonly difference?: string;
  readonly literalType?: string;
  readonly literals?: readonly string[];
}

/** What Python is asked for one type with its values. */
export type Question = { readonly [name: string]: Value };

/** A Python process with flytekit that answers until it is closed, and the store of our side. */
export class Python {
  readonly store: ValueStore;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #complaints = "";

  /** Both sides keep their files in the folder. */
  constructor({ command, env }: Interpreter, folder: string) {
    this.store = localStore({ folder });
    const child = spawn(command, ["-X", "utf8", pythonFile("serve.py")], {
      env: { ...process.env, ...env, TMPDIR: folder },
    });
    this.#process = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on("data", (text: Buffer) => {
      this.#complaints = `${this.#complaints}${text.toString()}`.slice(-4000);
    });
  }

  /** The answers to some questions. `name` is a function of `python/serve.py`. */
  async ask(
    name: "read" | "write" | "check" | "example" | `container_${"inputs" | "outputs" | "error" | "futures"}`,
    items: readonly Question[],
  ): Promise<readonly Answer[]> {
    this.#process.stdin?.write(`${JSON.stringify({ name, items })}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`Python ended: ${this.#complaints}`);
    return JSON.parse(value) as readonly Answer[];
  }

  async close(): Promise<void> {
    this.#process.stdin?.end();
    if (this.#process.exitCode === null) await once(this.#process, "exit");
  }
}
