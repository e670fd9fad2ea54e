import { isFlytekitError } from "@flytekit-ts/core/errors";

const OLD_NODE = `Node ${process.version} reads no TypeScript: use Node 22.18 or later in the image, or build the project and register from what is built.`;
const IN_PACKAGE =
  "Node reads no TypeScript below `node_modules`: bundle the project, or build that package.";

/** What to do about a task that could not be loaded, if the reason says more than that its module failed. */
export function loadAdvice(cause: unknown): string | undefined {
  if (isFlytekitError(cause)) {
    const isRenamed = cause.code === "TASK_NOT_REACHABLE";
    return isRenamed
      ? `Register again if the name of the task has changed. Otherwise: ${cause.hint ?? ""}`
      : cause.hint;
  }
  const { code } = Object(cause) as { readonly code?: unknown };
  if (code === "ERR_UNKNOWN_FILE_EXTENSION" && /\.[cm]?tsx?\b/.test(String(cause))) return OLD_NODE;
  return code === "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING" ? IN_PACKAGE : undefined;
}
