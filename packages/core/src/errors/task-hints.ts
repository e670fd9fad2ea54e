/** The hint for an option of tasks in a call of another kind of entity. */
export function needsTaskHint(kind: string): string {
  return NEEDS_TASK.get(kind) ?? "Set it on the tasks inside, where they are declared or called.";
}

const NEEDS_TASK: ReadonlyMap<string, string> = new Map([
  ["branch", "Set it on the calls in its arms."],
  ["gate", "Leave it out: a gate only waits, and runs no task."],
  ["map", "Leave it out: a map gives one list, under the name of its task's output."],
  ["reference", "Leave it out: an entity that is registered elsewhere runs as it was registered."],
]);

/** The hint for a declaration without its function. `entity` is in words that begin with its kind: `task load`. */
export function functionHint(entity: string): string {
  const [maker = "task"] = entity.split(" ");
  return `Pass the function itself as the second argument, not its result: \`${maker}({ ... }, ({ x }) => ...)\`.`;
}
