/** The options of a call that only tasks have: they are about a task's container or outputs. */
export const TASKS_ONLY = [
  "cache",
  "resources",
  "image",
  "accelerator",
  "sharedMemory",
  "podTemplate",
  "aliases",
] as const;

/** Every option of a call. */
export const CALL_OPTIONS: ReadonlySet<string> = new Set([
  ...["id", "displayName", "after", "retries", "timeout", "interruptible"],
  ...TASKS_ONLY,
]);
