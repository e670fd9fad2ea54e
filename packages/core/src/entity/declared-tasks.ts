import type { Entity } from "./entity.js";

let listener: ((task: Entity) => void) | undefined;

/** Hear of each task that is declared from now on: for runners that look for one that its module does not export. */
export function onTaskDeclared(heard: (task: Entity) => void): void {
  listener = heard;
}

/** Tell that a task was declared. */
export function tellDeclared(task: Entity): void {
  listener?.(task);
}
