import type { ExecutionId, TaskId } from "@flytekit-ts/core";
import { errors } from "../errors.js";

/** The environment variables of a container. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of the execution. What it does not say is empty, as on a developer's machine. */
export interface ExecutionInfo {
  readonly execution: ExecutionId;
  readonly task: TaskId;
  /** 0 for the first attempt. */
  readonly attempt: number;
}

/** The execution that a container belongs to. @throws `CONTAINER_INVALID` */
export function executionInfo(env: Environment): ExecutionInfo {
  return {
    execution: {
      project: firstOf(env, "FLYTE_INTERNAL_EXECUTION_PROJECT", "_F_PRJ"),
      domain: firstOf(env, "FLYTE_INTERNAL_EXECUTION_DOMAIN", "_F_DM"),
      name: firstOf(env, "FLYTE_INTERNAL_EXECUTION_ID", "_F_NM"),
    },
    task: {
      project: firstOf(env, "FLYTE_INTERNAL_TASK_PROJECT", "_F_TK_PRJ"),
      domain: firstOf(env, "FLYTE_INTERNAL_TASK_DOMAIN", "_F_TK_DM"),
      name: firstOf(env, "FLYTE_INTERNAL_TASK_NAME", "_F_TK_NM"),
      version: firstOf(env, "FLYTE_INTERNAL_TASK_VERSION", "_F_TK_V"),
    },
    attempt: wholeNumber(env, "FLYTE_ATTEMPT_NUMBER") ?? 0,
  };
}

/** How errors are to be told. */
export interface ErrorReporting {
  /** Whether an error makes the process fail too: some plugins see only that. */
  readonly isFailing: boolean;
  /** The name of `error.pb`: processes that run one task together each write one of their own. */
  readonly fileName: string;
  readonly worker: string;
}

/** What the environment says of errors. */
export function errorReporting(env: Environment): ErrorReporting {
  const isFailing = /^(?:true|t|1)$/i.test(env["FLYTE_FAIL_ON_ERROR"] ?? "");
  const isOneOfMany = firstOf(env, "FLYTE_INTERNAL_DIST_ERROR_STRATEGY", "_F_DES") !== "";
  if (!isOneOfMany) return { isFailing, fileName: "error.pb", worker: "" };
  const worker = firstOf(env, "FLYTE_INTERNAL_WORKER_NAME", "_F_WN");
  const random = process.getBuiltinModule("node:crypto").randomUUID().replaceAll("-", "");
  return { isFailing, fileName: `error-${random}.pb`, worker };
}

/** The number in a variable; undefined if it is not set or empty. @throws `CONTAINER_INVALID` */
export function wholeNumber(env: Environment, name: string): number | undefined {
  const text = env[name]?.trim();
  if (text === undefined || text === "") return undefined;
  if (/^[+-]?\d{1,15}$/.test(text)) return Number(text);
  throw errors.CONTAINER_INVALID({
    problem: `the environment variable ${name} is no whole number: ${JSON.stringify(text.slice(0, 100))}`,
  });
}

function firstOf(env: Environment, ...names: readonly string[]): string {
  for (const name of names) if (env[name] !== undefined) return env[name];
  return "";
}
