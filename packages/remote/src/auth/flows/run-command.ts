import { execFile } from "node:child_process";
import { basename } from "node:path";
import { type Signal, systemWords } from "@flytekit-ts/core/storage";
import { authErrors as errors } from "../../errors/auth-errors.js";
import { isToken } from "../tokens/tokens.js";
import { withoutTokens } from "../tokens/words.js";

/**
 * What a command prints: a token.
 *
 * @param time - how long it may take, in milliseconds
 * @throws `AUTH_COMMAND_FAILED` with its words, but without what may be a token
 */
export async function tokenOf(command: readonly string[], time: number, signal: Signal): Promise<string> {
  const [program = "", ...args] = command;
  const ended = await run(program, args, { time, signal });
  const token = ended.stdout.trim();
  const problem = ended.problem ?? problemOf(token);
  if (problem === undefined) return token;
  // Its arguments may hold a secret, and what it prints alone is what a token looks like.
  const printed = /\s/.test(token) ? token : "";
  const said = withoutTokens([printed, ended.stderr].join("\n").trim());
  throw errors.AUTH_COMMAND_FAILED({ command: basename(program), problem, said });
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Why it is no success. */
  readonly problem?: string | undefined;
}

interface Running {
  readonly time: number;
  readonly signal: Signal;
}

async function run(program: string, args: readonly string[], { time, signal }: Running): Promise<Ended> {
  const late = AbortSignal.timeout(time);
  const options = {
    signal: AbortSignal.any([signal, late]),
    killSignal: "SIGKILL",
    maxBuffer: 2 ** 20,
  } as const;
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const problem = late.aborted ? `it took longer than ${time / 1000} s` : error && failureOf(error);
      resolve({ stdout, stderr, problem: problem ?? undefined });
    });
    // It must not wait for input that nobody gives.
    child.stdin?.on("error", () => {}).end();
  });
}

function failureOf(error: { readonly code?: unknown; readonly signal?: unknown }): string {
  const { code, signal } = error;
  if (typeof code === "number") return `its exit code is ${code}`;
  if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "it printed more than 1 MiB";
  return typeof signal === "string" ? `it was ended by ${signal}` : systemWords(error, "starting");
}

function problemOf(token: string): string | undefined {
  if (token === "") return "it printed nothing";
  return isToken(token) ? undefined : "what it printed is more than a token";
}
