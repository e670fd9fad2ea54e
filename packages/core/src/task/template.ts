import type * as idl from "@flytekit-ts/models/core";

import type { TaskSettings } from "../settings/task-settings.js";
import type { SerializationSettings } from "./registration/serialization-settings.js";

/**
 * The parts of a task's template that differ from those of a function task.
 *
 * They are for tasks that a plugin of the backend runs, such as a raw container, a query or a remote job. A part
 * that is left out is the same as for a task with a function.
 */
export interface TemplateParts {
  /** The task type, by which the backend chooses the plugin that runs such tasks. */
  readonly type: string;
  /** Version of the template's form for this task type; 0 by default. */
  readonly taskTypeVersion?: number | undefined;
  /** A container, pod or query, or `"none"`; the container that runs the task's function by default. */
  readonly target?: idl.TaskTemplate["target"] | "none";
  readonly custom?: { readonly [name: string]: unknown } | undefined;
  readonly config?: { readonly [name: string]: string } | undefined;
}

/** Makes the parts of a task's template from the settings of the task and those of its registration. */
export type TemplateOf = (task: TaskSettings, settings: SerializationSettings) => TemplateParts;
