import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** What a command line left behind. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What failed behind the back of the command. */
  readonly stray?: string | undefined;
}

export interface Around {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));
const PATIENCE_MS = 30_000;
// The frames of a stack. The place of an error of ours is indented less.
const FRAME = /^ {4,}at /m;
// Everything that moves a cursor, or is no character.
const UNSAFE = /[\0-\u0008\u000b-\u001f\u007f-\u009f]/;
const CODE = /\b[A-Z]+(?:_[A-Z]+)+\b/;

/** Runs command lines that may be wrong in any way in a process, which has to outlive all of them. */
export class Fuzzed {
  #child: ChildProcess | undefined;

  /** Run a command line, and hold it to how each of them ends. */
  async endsWell(argv: readonly string[], around: Around): Promise<Ended> {
    const ended = await this.#run(argv, around);
    const { code, stdout, stderr, stray } = ended;
    const said = stdout + stderr;
    expect({ code, stray }).toEqual({
      code: expect.toSatisfy((each) => [0, 1, 2].includes(each as number)) as unknown,
      stray: undefined,
    });
    expect(said).not.toContain("UNEXPECTED_FAILURE");
    expect(said).not.toMatch(FRAME);
    expect(stderr).not.toMatch(UNSAFE);
    if (code !== 0) expect(said).toMatch(CODE);
    return ended;
  }

  stop(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  async #run(argv: readonly string[], around: Around): Promise<Ended> {
    const child = (this.#child ??= await started());
    child.send({ argv, env: {}, ...around });
    try {
      return await answer(child);
    } catch (error) {
      this.stop();
      throw error;
    }
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(CHILD, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await once(child, "message");
  return child;
}

async function answer(child: ChildProcess): Promise<Ended> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const exited = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`the process ended with ${String(code)}`);
  });
  const answered = once(child, "message", { signal }).then(([message]) => message as Ended);
  exited.catch(() => undefined);
  return await Promise.race([answered, exited]);
}
