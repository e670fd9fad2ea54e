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
  /** Whether somebody ended it. */
  readonly isEnded?: boolean | undefined;
}

export interface Around {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** After how many milliseconds somebody ends it. */
  readonly endAfter?: number | undefined;
}

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));
// Here our packages are linked: where they are installed, they are in node_modules.
const OURS = /\/packages\/[a-z-]+\/(?:src|dist)\/[^\s]*:\d+/;

/** What secrets of a test hold: none of it may be seen anywhere. */
export const PLANTED = "planted-7f3a91c2";

const PATIENCE_MS = 30_000;
// The frames of a stack. The place of an error of ours is indented less.
const FRAME = /^ {4,}at .*:\d+:\d+\)?$/m;
// Everything that moves a cursor, or is no character.
const UNSAFE = /(?![\n\t])\p{Cc}/u;
const JUDGES = new Set(["doctor", "diff"]);
const CODE = /\b[A-Z]+(?:_[A-Z]+)+\b/;

/** Runs command lines that may be wrong in any way in a process, which has to outlive all of them. */
export class Fuzzed {
  readonly #programs: string | undefined;
  #child: ChildProcess | undefined;

  /** @param programs the folder of all programs that commands may find; by default those of this process. */
  constructor(programs?: string) {
    this.#programs = programs;
  }

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
    const child = (this.#child ??= await started(this.#programs));
    child.send({ argv, env: {}, ...around });
    try {
      return await answer(child);
    } catch (error) {
      this.stop();
      throw error;
    }
  }
}

function faultsOf(
  { code, stdout, stderr, stray, isEnded = false }: Ended,
  argv: readonly string[],
): readonly string[] {
  const said = stdout + stderr;
  return [
    ...([0, 1, 2, ...(isEnded ? [130] : [])].includes(code) ? [] : [`ends with ${code}`]),
    // What the author's file leaves behind is told by the process, as an error with a code.
    ...(stray === undefined || /\/project\/file\d+/.test(stray) ? [] : [`leaves behind ${stray}`]),
    ...(asksJson(argv) && !stdout.split("\n").every(isObject) ? [`prints no objects: ${stdout}`] : []),
    ...(said.includes(PLANTED) ? [`shows a secret: ${said}`] : []),
    ...(said.includes("UNEXPECTED_FAILURE") ? [`is a fault of ours: ${said}`] : []),
    // With --verbose, the stack of what led to it is asked for.
    ...(!argv.some((word) => /^(?:--verbose|-\w*v\w*)$/.test(word)) && (FRAME.test(said) || OURS.test(said))
      ? [`shows a stack, or a line of ours: ${said}`]
      : []),
    ...(UNSAFE.test(argv.includes("--color") ? stripVTControlCharacters(stderr) : stderr)
      ? [`moves the cursor: ${JSON.stringify(stderr)}`]
      : []),
    // Who looks for differences and faults says what was found.
    ...(code === 0 || code === 130 || (code === 1 && argv.some((word) => JUDGES.has(word))) || CODE.test(said)
      ? []
      : [`gives no code: ${said}`]),
  ];
}

function asksJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).includes("--json");
}

function isObject(line: string): boolean {
  if (line === "") return true;
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

async function started(programs: string | undefined): Promise<ChildProcess> {
  const child = fork(CHILD, {
    env: {
      ...process.env,
      _FSEC_BANK_PIN: PLANTED,
      NODE_OPTIONS: "",
      ...(programs === undefined ? {} : { PATH: programs }),
    },
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
