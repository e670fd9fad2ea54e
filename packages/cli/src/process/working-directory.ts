import { isAbsolute } from "node:path";

/** The working directory; where it has been removed meanwhile, the path that it had. */
export function workingDirectory(env: NodeJS.ProcessEnv): string {
  try {
    return process.cwd();
  } catch {
    const path = env["PWD"] ?? "";
    return isAbsolute(path) ? path : "/";
  }
}
