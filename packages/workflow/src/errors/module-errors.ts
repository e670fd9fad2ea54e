import { defineError } from "@flytekit-ts/core/literals";

// The errors of the modules from which containers load tasks: one part of the catalogue of this package.

export const TASK_MODULE_INVALID = defineError("TASK_MODULE_INVALID", {
  origin: "user",
  message: (p: { task: string; module: string; root: string }) =>
    p.module === ""
      ? `A container could not load the task ${p.task}: no file declares it.`
      : `A container could not load the task ${p.task}: its module, ${p.module}, is no file in ${p.root}.`,
  hint: "Declare the task in a file, and give the folder that its path is relative to as `root` in the settings; a declaration may say its file: `module: import.meta.url`.",
});

export const TASK_MODULE_OUTSIDE_ROOT = defineError("TASK_MODULE_OUTSIDE_ROOT", {
  origin: "user",
  message: (p: { task: string; module: string; root: string }) =>
    `The module of the task ${p.task}, ${p.module}, is outside the folder ${p.root} that containers load modules from.`,
  hint: "Give as `root` in the settings a folder that holds all modules of tasks, and start containers in its copy.",
});

export const TASK_NOT_REACHABLE = defineError("TASK_NOT_REACHABLE", {
  origin: "user",
  message: (p: { task: string; module: string; maker?: string }) =>
    p.maker === undefined
      ? `No export of the module ${p.module} is or uses the task ${p.task}.`
      : `A container would load the task ${p.task} from ${p.module}, whose function ${p.maker} made it for another module.`,
  hint: ({ maker }) =>
    maker === undefined
      ? "Export the task, or a workflow that calls it; list what a dynamic calls in its `uses`."
      : `Make it belong to the module that calls ${maker}: in ${maker}, call \`functionTask(declaration, fn, { callee: ${maker} })\` of @flytekit-ts/core/tasks, or pass on \`module: import.meta.url\` of the caller.`,
});
