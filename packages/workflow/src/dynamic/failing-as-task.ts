import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import { runAuthor } from "@flytekit-ts/core/graph";
import type { DynamicEntity } from "./dynamic-entity.js";

/** The dynamic with errors of its body as `TASK_FAILED`, so that they differ from faults of the graph it makes. */
export function failingAsTask(task: DynamicEntity): DynamicEntity {
  const body = (values: never): unknown => {
    try {
      return runAuthor(task.definedAt, task.dynamic.body, values);
    } catch (cause) {
      throw coreErrors.TASK_FAILED({ task: task.name, message: textOf(cause) }, { cause });
    }
  };
  return { ...task, dynamic: { ...task.dynamic, body } };
}
