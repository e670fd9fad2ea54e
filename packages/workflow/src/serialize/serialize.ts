import { atCaller } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import {
  isTask,
  lowerTask,
  type SerializationSettings,
  type TaskEntity,
  taskId,
} from "@flytekit-ts/core/tasks";
import { allowing } from "../compile/allowing.js";
import { type Compilation, compileAll, isError, loneFault } from "../compile/compile-all.js";
import type { CompileOptions } from "../compile/compiled-workflow.js";
import { assertSettings } from "../compile/settings.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import * as errors from "../errors.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { lowerLaunchPlan } from "../launch-plan/lower-launch-plan.js";
import { lowerMap } from "../map/lower-map.js";
import { isTaskMap } from "../map/map-entity.js";
import { copyMessage } from "../messages/copy-message.js";
import { launchPlanId } from "../messages/launch-plan-id.js";
import { workflowId } from "../messages/workflow-id.js";
import { describeProblem } from "../problem/describe-problem.js";
import { inOrderOfLines } from "../problem/in-order-of-lines.js";
import type { Problem } from "../problem/problem.js";
import { withoutRepeats } from "../problem/without-repeats.js";
import { isWorkflow } from "../trace/workflow-entity.js";
import { checkModules } from "./check-modules.js";
import { checkSerialized } from "./check-serialized.js";
import { toIdlDescription } from "./description.js";
import { loadedTasks } from "./loaded-tasks.js";
import type { SerializedEntity } from "./serialized-entity.js";

/**
 * The messages that register entities and all they use, in an order that the backend accepts: an entity comes after
 * the entities that it uses.
 *
 * A workflow gets no launch plan here that nobody wrote: see `withDefaultPlans`.
 *
 * Everything is checked as the backend checks it, and all problems are reported at once.
 *
 * @throws `SETTINGS_INVALID`, `WORKFLOW_INVALID` for one workflow and `REGISTRATION_INVALID` for other entities,
 * with all problems, and what `compile` throws.
 * @example
 * for (const { kind, id } of serialize(pipeline, { project: "p", domain: "development", version: "v1", image: "i:1"
 * }))
 *   console.log(kind, id.name);
 */
export function serialize(
  entities: Entity | readonly Entity[],
  settings: SerializationSettings,
  options: CompileOptions = {},
): readonly SerializedEntity[] {
  const roots: readonly Entity[] = Array.isArray(entities) ? entities : [entities];
  const compilation = atCaller(serialize, () => {
    assertSettings(settings);
    return compileAll(roots, settings, options);
  });
  const around = { compilation, settings, own: handOut() };
  const serialized = compilation.entities.flatMap((entity) => serializeOne(entity, around));
  const loaded = loadedTasks(serialized, compilation.entities);
  const { onWarning, allow = [] } = options;
  // Weighing 500 tasks takes a thirtieth of the time of their registration: not for a warning that nobody would hear.
  const isWeighed = onWarning !== undefined || !allow.includes("REQUEST_TOO_LARGE");
  const found = [...checkSerialized(serialized, compilation, isWeighed), ...checkModules(loaded, settings)];
  const others = found.map(allowing(options));
  const problems = inOrderOfLines(withoutRepeats([...compilation.problems, ...others]));
  assertValid(roots, { ...compilation, problems });
  for (const problem of problems) {
    if (onWarning !== undefined) onWarning(problem);
    else if (!allow.includes(problem.code)) emitWarning(problem);
  }
  return serialized;
}

// The result has no place for warnings, and a caller without `onWarning` should still see them.
function emitWarning(problem: Problem): void {
  process.emitWarning(describeProblem(problem).replace(/^warning /, ""), { type: "FlyteWarning" });
}

function assertValid([root, ...others]: readonly Entity[], compilation: Compilation): void {
  const { problems } = compilation;
  if (!problems.some(isError)) return;
  const fault = loneFault(compilation);
  if (fault !== undefined) throw fault;
  if (root !== undefined && others.length === 0 && isWorkflow(root)) {
    throw errors.WORKFLOW_INVALID({ workflow: root.name, problems });
  }
  throw errors.REGISTRATION_INVALID({ problems });
}

interface Around {
  readonly compilation: Compilation;
  readonly settings: SerializationSettings;
  readonly own: <T extends object>(message: T) => T;
}

// The message of a workflow is also part of its callers' messages. It is copied, so that changing one changes none.
function handOut(): Around["own"] {
  const given = new Set<object>();
  return (message) => {
    if (given.has(message)) return copyMessage(message);
    given.add(message);
    return message;
  };
}

function serializeOne(
  entity: Entity,
  { compilation: { parts }, settings, own }: Around,
): readonly SerializedEntity[] {
  if (isTask(entity)) return [serializeTask(entity, settings)];
  if (isTaskMap(entity)) {
    const message = { template: copyMessage(lowerMap(entity, settings)), description: undefined };
    return [{ kind: "task", id: taskId(entity, settings), message }];
  }
  if (isLaunchPlan(entity)) {
    const message = lowerLaunchPlan(entity, settings);
    return [{ kind: "launch-plan", id: launchPlanId(entity, settings), message }];
  }
  // The sub-workflow of an arm is registered only as part of the enclosing workflow.
  const part = isWorkflow(entity) && !isArmWorkflow(entity) ? parts.get(entity.name) : undefined;
  if (part === undefined) return [];
  const { workflow, template, subWorkflows } = part;
  const description = toIdlDescription(workflow.settings.docs);
  const message = {
    template: own(template),
    subWorkflows: subWorkflows.map((each) => own(each.template)),
    description,
  };
  return [{ kind: "workflow", id: workflowId(entity, settings), message }];
}

function serializeTask(task: TaskEntity, settings: SerializationSettings): SerializedEntity {
  const template = copyMessage(lowerTask(task, settings));
  const description = toIdlDescription(task.settings.docs);
  return { kind: "task", id: taskId(task, settings), message: { template, description } };
}
