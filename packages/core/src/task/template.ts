import type * as idl from "@flytekit-ts/models/core";

import type { TaskSettings } from "../settings/task-settings.js";
import type { SerializationSettings } from "./serialization-settings.js";

/**
 * What the template of a task says that is not the container which runs its function.
 *
 * For tasks that a plugin of the backend runs: a raw container, a query, a job elsewhere. What is left out is
 * as for a task with a function.
 */
export interface TemplateParts {
  /** The backend's name for what runs such tasks. */
  readonly type: string;
  /** Version of that kind of template. */
  readonly taskTypeVersion?: number | undefined;
  /** A container, pod or query; without it the container that runs the task's function. */
  readonly target?: idl.TaskTemplate["target"] | "none";
  readonly custom?: { readonly [name: string]: unknown } | undefined;
  readonly config?: { readonly [name: string]: string } | undefined;
}

/** Makes the parts of a task's template, from what the task says and what it is registered with. */
export type TemplateOf = (task: TaskSettings, settings: SerializationSettings) => TemplateParts;
