import type { Readable } from "node:stream";
import { main } from "../../src/program/main.js";

/** What a command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The objects of `--json`. */
  readonly objects: readonly Record<string, unknown>[];
}

/** What is around a command line of a test; by default no terminal, an empty environment and no standard input. */
export interface Around {
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly stdin?: string | undefined;
  /** Standard input as somebody at a terminal types it. */
  readonly keyboard?: Readable | undefined;
  /** Columns of a terminal; absent: no terminal. */
  readonly columns?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told all of standard error so far, whenever something was added to it. */
  readonly onError?: ((text: string) => void) | undefined;
}

/** Run a command line in this process. */
export async function runCli(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const { cwd = process.cwd(), env = {}, columns, signal = new AbortController().signal } = around;
  const [stdout, stderr] = [streamOf(columns), streamOf(columns, around.onError)];
  const stdin =
    around.keyboard === undefined
      ? inputOf(around.stdin ?? "", columns !== undefined)
      : Object.assign(around.keyboard, { isTTY: true });
  const code = await main(argv, { env, cwd, stdin, stdout, stderr, signal });
  return { code, stdout: stdout.text(), stderr: stderr.text(), objects: objectsOf(stdout.text(), argv) };
}

function streamOf(columns: number | undefined, onText: (text: string) => void = () => {}) {
  const written: string[] = [];
  return {
    isTTY: columns !== undefined,
    columns,
    write: (text: string) => {
      written.push(text);
      onText(written.join(""));
    },
    text: () => written.join(""),
  };
}

function inputOf(text: string, isTTY: boolean) {
  return {
    isTTY,
    async *[Symbol.asyncIterator]() {
      if (text !== "") yield text;
    },
  };
}

function objectsOf(stdout: string, argv: readonly string[]): readonly Record<string, unknown>[] {
  if (!argv.includes("--json")) return [];
  const lines = stdout.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
