import { isUint8Array } from "node:util/types";
import type { Logger, SecretValues } from "@flytekit-ts/core";
import { isPlainObject } from "@flytekit-ts/core/types";
import { wrong } from "../given/wrong-option.js";

/** The options of a run that the contexts of its tasks are made with. */
export interface ContextOptions {
  /**
   * Values of secrets, by name such as `"db/password"`, or a function that knows them. They come before environment
   * variables (`DB_PASSWORD`) and files.
   */
  readonly secrets?: SecretValues | undefined;
  /**
   * Where the messages of tasks go, besides the events: an object with the methods of a logger, or `false` for nowhere. By
   * default they are lines on standard error.
   */
  readonly logger?: Logger | false | undefined;
}

/** Check the options for contexts. @throws `OPTION_INVALID` */
export function assertContextOptions({ secrets, logger }: ContextOptions, at: string): void {
  assertSecrets(secrets, at);
  assertLogger(logger, at);
}

function assertSecrets(secrets: unknown, at: string): void {
  if (secrets === undefined || typeof secrets === "function") return;
  const advice = 'Pass the values by name: `secrets: { "db/password": value }`.';
  if (!isPlainObject(secrets))
    throw wrong({ at, option: "secrets", wanted: "values by name, or a function", advice }, secrets);
  for (const [name, value] of entriesOf(secrets)) {
    if (typeof value === "string" || isUint8Array(value)) continue;
    const option = `secrets[${JSON.stringify(name)}]`;
    throw wrong({ at, option, wanted: "a string or a Uint8Array", advice }, value);
  }
}

// A proxy may not let itself be read.
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(value);
  } catch {
    return [["...", undefined]];
  }
}

function assertLogger(logger: unknown, at: string): void {
  if (logger === undefined || logger === false || isLogger(logger)) return;
  const advice =
    "Pass an object with the methods `debug`, `info`, `warn` and `error`, such as `console`, or `false`.";
  throw wrong({ at, option: "logger", wanted: "a logger or false", advice }, logger);
}

function isLogger(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return ["debug", "info", "warn", "error"].every(
      (method) => typeof Reflect.get(value, method) === "function",
    );
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}
