import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import { isTaskMap } from "../map/map-entity.js";
import type { SerializedEntity } from "./serialized-entity.js";

/** A task that a container loads from a module. */
export interface LoadedTask {
  readonly task: TaskEntity;
  /** The path that its container is told. */
  readonly module: string;
}

/** The tasks that containers find by module and name, each once. A resolver of one's own finds tasks in its own way. */
export function loadedTasks(
  serialized: readonly SerializedEntity[],
  entities: readonly Entity[],
): readonly LoadedTask[] {
  const templates = new Map(
    serialized.flatMap((each) =>
      each.kind === "task" ? [[each.id.name, each.message.template] as const] : [],
    ),
  );
  const loaded = entities.flatMap((entity): readonly (readonly [TaskEntity, string])[] => {
    const task = isTaskMap(entity) ? entity.target : entity;
    const module = isTask(task) ? moduleIn(commandOf(templates.get(entity.name)?.target)) : undefined;
    return isTask(task) && module !== undefined ? [[task, module]] : [];
  });
  return [...new Map(loaded)].map(([task, module]) => ({ task, module }));
}

function commandOf(target: idl.TaskTemplate["target"]): readonly unknown[] {
  if (target?.$case === "container") return target.value.args;
  const containers: unknown = target?.$case === "k8sPod" ? target.value.podSpec?.["containers"] : undefined;
  const all: readonly unknown[] = Array.isArray(containers) ? containers : [];
  return all.flatMap((each): readonly unknown[] => {
    const args: unknown = typeof each === "object" && each !== null ? Reflect.get(each, "args") : undefined;
    return Array.isArray(args) ? args : [];
  });
}

function moduleIn(command: readonly unknown[]): string | undefined {
  const at = command.indexOf("task-module");
  const module = command[at + 1];
  return at < 0 || command.slice(0, at).includes("--resolver") || typeof module !== "string"
    ? undefined
    : module;
}
