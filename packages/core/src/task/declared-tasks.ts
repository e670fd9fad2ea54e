import type { TaskEntity } from "./task-entity.js";

let listener: ((task: TaskEntity) => void) | undefined;

/** Hear of each task that is declared from now on: for runners that look for one that its module does not export. */
export function onTaskDeclared(heard: (task: TaskEntity) => void): void {
  listener = heard;
}

/** Tell that a task was declared. */
export function tellDeclared(task: TaskEntity): void {
  listener?.(task);
}
