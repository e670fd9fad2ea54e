import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

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
const FRAME = /^ {4,}at .*:\d+:\d+\)?$/m;
// Everything that moves a cursor, or is no character.
const UNSAFE = /(?![\n\t])\p{Cc}/u;
const CODE = /\b[A-Z]+(?:_[A-Z]+)+\b/;

/** Runs command lines that may be wrong in any way in a process, which has to outlive all of them. */
export class Fuzzed {
  #child: ChildProcess | undefined;

  /** Run a command line, and say what is wrong with how it ended: each ends with a code of an error, and none with a stack. */
  async run(
    argv: readonly string[],
    around: Around,
  ): Promise<Ended & { readonly faults: readonly string[] }> {
    const ended = await this.#run(argv, around);
    return { ...ended, faults: faultsOf(ended, argv) };
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

function faultsOf({ code, stdout, stderr, stray }: Ended, argv: readonly string[]): readonly string[] {
  const said = stdout + stderr;
  return [
    ...([0, 1, 2].includes(code) ? [] : [`ends with ${code}`]),
    // What the author's file leaves behind is told by the process, as an error with a code.
    ...(stray === undefined || /\/project\/file\d+/.test(stray) ? [] : [`leaves behind ${stray}`]),
    ...(said.includes("UNEXPECTED_FAILURE") ? [`is a fault of ours: ${said}`] : []),
    // With --verbose, that of what led to it is asked for.
    ...(!argv.some((word) => /^(?:--verbose|-\w*v\w*)$/.test(word)) && FRAME.test(said)
      ? [`shows a stack: ${said}`]
      : []),
    ...(UNSAFE.test(argv.includes("--color") ? stripVTControlCharacters(stderr) : stderr)
      ? [`moves the cursor: ${JSON.stringify(stderr)}`]
      : []),
    ...(code === 0 || CODE.test(said) ? [] : [`gives no code: ${said}`]),
  ];
}

async function started(): Promise<ChildProcess> {
  const child = fork(CHILD, {
    env: { ...process.env, NODE_OPTIONS: "" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

async function answer(child: ChildProcess): Promise<Ended> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const exited = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`the process ended with ${String(code)}`);
  });
  const answered = once(child, "message", { signal }).then(([message]) => message as Ended);
  exited.catch(() => undefined);
  try {
    return await Promise.race([answered, exited]);
  } finally {
    over.abort();
  }
}
