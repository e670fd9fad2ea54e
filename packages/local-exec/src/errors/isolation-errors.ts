import { defineErrors } from "@flytekit-ts/core/errors";

/** Where an execution was lost. */
interface Lost {
  readonly task: string;
  readonly node: string;
  readonly kind: "worker" | "process";
}

/** The errors of tasks that run in threads and processes of their own. */
export const isolationErrors = defineErrors({
  ISOLATION_MODULE_UNLOADABLE: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[] }) =>
      `${p.entity} cannot run isolated, because a worker does not find these tasks:\n${p.problems.map((each) => `  - ${each}`).join("\n")}`,
    hint: 'Export each task from a module that can be loaded by itself, or run it in this process: `isolation: "none"`.',
  },
  TASK_CRASHED: {
    origin: "user",
    message: (p: { task: string; node: string; message: string }) =>
      `Task ${p.task} (node ${p.node}) threw an error that nothing caught, outside of its function: ${p.message}`,
    hint: "Await all promises that the function makes, and catch what timers and event listeners throw.",
  },
  TASK_OUT_OF_MEMORY: {
    origin: "user",
    message: (p: Lost & { limit: string | undefined }) =>
      `Task ${p.task} (node ${p.node}) used more memory than the heap of its ${words(p.kind)} may have${p.limit === undefined ? "" : `, which is ${p.limit}`}.`,
    hint: 'Let the task hold less at a time, or raise the limit: `isolation: { memory: "4Gi" }`.',
  },
  TASK_PROCESS_LOST: {
    origin: "user",
    message: (p: Lost & { how: string; signal?: string }) =>
      `The ${words(p.kind)} of task ${p.task} (node ${p.node}) ended before the task did: ${p.how}.`,
    hint: ({ how }: Lost & { how: string; signal?: string }) =>
      how.includes("SIGKILL")
        ? "The system kills a process when memory runs out: let the task hold less at a time, or run fewer at once."
        : "Return from the function or throw an error: a task must not end its process, and native code must not crash it.",
  },
});

function words(kind: "worker" | "process"): string {
  return kind === "worker" ? "worker thread" : "process";
}
