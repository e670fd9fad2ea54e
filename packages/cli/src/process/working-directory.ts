import { existsSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";

/**
 * The working directory; where it has been removed meanwhile, the path that it had. The process is in the nearest folder
 * above it then: libraries ask for theirs too, and some wait for ever where there is none.
 */
export function workingDirectory(env: NodeJS.ProcessEnv): string {
  try {
    return process.cwd();
  } catch {
    const written = env["PWD"] ?? "";
    const path = isAbsolute(written) ? written : "/";
    let there = path;
    while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
    process.chdir(there);
    return path;
  }
}
