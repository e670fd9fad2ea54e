import type { MessagePort } from "node:worker_threads";
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
  /** The working directory of the attempt, which is not made yet. */
  readonly workingDirectory: string;
  /** The folder in which the run keeps files. */
  readonly folder: string;
  /** The schemes of the storages that only the run has. */
  readonly schemes: readonly string[];
  readonly context: ContextParts;
}

/** What a worker is asked to do. A thread answers on the port; a process has only one way to answer. */
export type Request = (LoadRequest | RunRequest) & { readonly port?: MessagePort };

/** From the run to the worker, while a task runs. */
export type ToWorker =
  /** The attempt should stop. */
  | { readonly kind: "abort"; readonly reason: ErrorData }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly error: ErrorData };

/** From the worker to the run. */
export type FromWorker =
  /** One for each task that cannot be loaded: its place in the request, and why. */
  | { readonly kind: "loaded"; readonly problems: readonly (readonly [index: number, error: ErrorData])[] }
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
    }
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
