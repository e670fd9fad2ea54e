import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "../values/literals.js";

/** What is started for one attempt of a task: a container with its command and environment. */
export interface Pod {
  readonly name: string;
  /** The unique id of its node, behind those of the launch plans' nodes that started its execution. */
  readonly node: readonly string[];
  readonly task: idl.TaskTemplate;
  readonly image: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What the task is given: of an item of a map its own part of the lists. */
  readonly inputs: Literals;
  /** The folder in which outputs are looked for. */
  readonly outputPrefix: string;
  /** The index of an item of a map. */
  readonly item: number | undefined;
  /** From 0. */
  readonly attempt: number;
}

/** How a pod ended. */
export interface PodEnd {
  /** 128 + n where signal n ended it. */
  readonly exitCode: number;
  /** What Kubernetes gives as the reason, where it is not `Error`: `OOMKilled`, for example. */
  readonly reason?: string | undefined;
  /** The end of what it printed. */
  readonly log: string;
}

/** Starts pods. It ends one, and rejects, when the signal is aborted. */
export interface PodRunner {
  run(pod: Pod, signal: AbortSignal): Promise<PodEnd>;
}
