import type { DeckPart, LoggedFields, LoggerLevel, SecretValue } from "@flytekit-ts/core/context";
import type { ErrorData } from "@flytekit-ts/core/literals";
import type { ContextParts } from "../../scope/attempt-report.js";
import type { Usage } from "../../events/events.js";
import type { Asked } from "./asked.js";

/** How a worker finds a task: the folder that paths are relative to, and the arguments that a container would get. */
export interface TaskAddress {
  readonly root: string;
  readonly args: readonly string[];
}

/** Load tasks, without running them. */
export interface LoadRequest {
  readonly kind: "load";
  readonly tasks: readonly TaskAddress[];
}

/** Run the function of a task once. */
export interface RunRequest {
  readonly kind: "run";
  readonly task: TaskAddress;
  /** A `flyteidl.core.LiteralMap`. */
  readonly inputs: Uint8Array;
  readonly executionId: string;
  readonly attempt: number;
  /** The folder in which the run keeps files. */
  readonly folder: string;
  /** The schemes of the storages that only the run has. */
  readonly schemes: readonly string[];
  readonly context: ContextParts;
}

/** What a worker is asked to do. */
export type Request = (LoadRequest | RunRequest) & {
  readonly number: number;
  /** Of threads: the name of their pool. A process has a channel without a name. */
  readonly pool?: string;
};

/** A message about the request with that number. */
export interface Numbered<M> {
  readonly request: number;
  readonly message: M;
}

/** The name of the channel to a thread of a pool. */
export function lineName(pool: string, thread: number): string {
  return `flytekit-ts ${pool} ${thread}`;
}

/** From the run to the worker, while a task runs. */
export type ToWorker =
  /** The attempt should stop. */
  | { readonly kind: "abort"; readonly reason: ErrorData }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly error: ErrorData };

/** From the worker to the run, while a task runs. */
export type Said =
  | {
      readonly kind: "logged";
      readonly level: LoggerLevel;
      readonly message: string;
      readonly fields?: LoggedFields;
    }
  /** The task wrote this to a standard stream. */
  | { readonly kind: "wrote"; readonly to: "stdout" | "stderr"; readonly text: string }
  /** The task read this secret. */
  | { readonly kind: "hide"; readonly secret: SecretValue }
  /** The task added this to its deck. */
  | { readonly kind: "showed"; readonly part: DeckPart }
  /** Ask the run for something that only it has. It answers, or refuses. */
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly method: keyof Asked;
      readonly given: readonly unknown[];
    };

/** What the worker says last about a request. */
export type Last =
  /** One for each task that cannot be loaded: its place in the request, and why. */
  | { readonly kind: "loaded"; readonly problems: readonly (readonly [index: number, error: ErrorData])[] }
  | { readonly kind: "succeeded"; readonly outputs: Uint8Array; readonly usage: Usage }
  /** Whether it is recoverable is decided here, where the error still has its class. */
  | {
      readonly kind: "failed";
      readonly error: ErrorData;
      readonly isRecoverable: boolean;
      readonly usage: Usage;
    }
  /** Something was thrown that nobody caught, and the worker is about to end. */
  | { readonly kind: "crashed"; readonly error: ErrorData; readonly usage: Usage };

export type FromWorker = Said | Last;

/**
 * How the worker gives its last word: with its answer to the pool, which is the fastest; or on the line, behind what it has
 * said there before. Two ways have no order.
 */
export type Answer = Last | "on the line";
