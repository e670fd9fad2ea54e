import type { Isolation, TimeSpan } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { assertIsolation, assertOptions, parseDuration, parseQuantity } from "@flytekit-ts/core/tasks";

/** How the tasks of a run are isolated. */
export interface IsolationOptions {
  /** For tasks that do not say it themselves; `"none"` by default. */
  readonly default?: Isolation | undefined;
  /** The largest heap of a worker, such as `"512Mi"`. By default as much as Node gives it. */
  readonly memory?: string | undefined;
  /** How long a task may go on when its signal has fired, before its worker is ended; a second by default. */
  readonly grace?: TimeSpan | undefined;
  /** The flags of Node for workers, such as `["--import", "tsx"]`. By default those of this process. */
  readonly execArgv?: readonly string[] | undefined;
}

/** Checked options of isolation. */
export interface IsolationSettings {
  readonly isolation: Isolation;
  /** In bytes. */
  readonly memory: number | undefined;
  /** In milliseconds. */
  readonly grace: number;
  readonly execArgv: readonly string[] | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(["default", "memory", "grace", "execArgv"]);
const GRACE = "1 s";
const MEBIBYTE = 2 ** 20;

/** Check the option `isolation` of a run. @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT` */
export function toIsolationSettings(
  given: Isolation | IsolationOptions | undefined,
  at: string,
): IsolationSettings {
  const options = typeof given === "object" && given !== null ? given : { default: given };
  if (options !== given) assertIsolation(given, "isolation", at);
  assertOptions(options, KNOWN, `the option \`isolation\` of ${at}`);
  assertIsolation(options.default, "isolation.default", at);
  const { memory, grace = GRACE, execArgv } = options;
  if (execArgv !== undefined) assertFlags(execArgv, at);
  return {
    isolation: options.default ?? "none",
    memory: memory === undefined ? undefined : bytesOf(memory, at),
    grace: Number(parseDuration(grace, "isolation.grace", at)) / 1_000_000,
    execArgv,
  };
}

function assertFlags(flags: unknown, at: string): void {
  if (Array.isArray(flags) && flags.every((each) => typeof each === "string")) return;
  const advice = 'Give them as in a shell, word by word: `execArgv: ["--import", "tsx"]`.';
  const inWords = describeValue(flags);
  const option = "isolation.execArgv";
  throw coreErrors.OPTION_INVALID({
    at,
    option,
    wanted: "a list of strings",
    given: inWords,
    inWords,
    advice,
  });
}

function bytesOf(memory: unknown, at: string): number {
  const billionths = typeof memory === "string" ? parseQuantity(memory) : undefined;
  const bytes = billionths === undefined ? 0 : Number(billionths / 1_000_000_000n);
  if (bytes >= MEBIBYTE) return bytes;
  const inWords = typeof memory === "string" ? "another string" : describeValue(memory);
  throw coreErrors.OPTION_INVALID({
    at,
    option: "isolation.memory",
    wanted: "an amount of at least 1Mi",
    given: inWords,
    inWords,
    advice: 'Write it as in `resources`: `memory: "512Mi"`.',
  });
}
