import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of packaging a project: a part of the catalogue. */
export const packagingErrors = defineErrors({
  DOCKER_FAILED: {
    origin: "user",
    message: (p: { action: string; problem: string; advice?: string | undefined }) =>
      `Docker did not ${p.action}: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ?? "The lines above are Docker's own. Mend what they say, or build the image elsewhere.",
  },
  BODY_THREW: {
    origin: "user",
    message: (p: { problem: string }) =>
      `A workflow cannot be compiled, because its body throws: ${p.problem}.`,
    hint: "A body runs once, on promises, when it is compiled. What may fail at run time belongs into a task.",
  },
  MODULE_IS_TYPESCRIPT: {
    origin: "user",
    message: (p: { module: string; tasks: readonly string[]; code: "files" | "image" }) =>
      `Containers would load ${p.tasks.length === 1 ? `the task ${p.tasks[0]}` : `${p.tasks.length} tasks`} from ${p.module}, which is TypeScript.`,
    hint: ({ code }) =>
      "Let the project be bundled (`--code bundle`), or name the modules that your build makes of it, such as dist/workflows.js. " +
      `If Node in the image reads TypeScript (22.18 or later) and all imports have their endings, allow it: \`allow: ["MODULE_IS_TYPESCRIPT"]\` with \`code: "${code}"\`.`,
  },
});
