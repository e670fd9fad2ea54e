import { errors } from "../errors.js";
import type { GivenExecution } from "@flytekit-ts/remote";

const CONSOLE = /\/projects\/([^/]+)\/domains\/([^/]+)\/executions\/([^/?#]+)/;
const NAME = /^[a-z0-9][a-z0-9-]*$/;

/**
 * An execution as people give it: its name, `project/domain/name` as it is printed, or the address of its page in the console.
 *
 * @throws `USAGE_INVALID`
 */
export function executionIdOf(text: string, command: string): Exclude<GivenExecution, string> {
  const [, project, domain, name] = CONSOLE.exec(text) ?? /^([^/]+)\/([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (project !== undefined && domain !== undefined && name !== undefined) return { project, domain, name };
  if (NAME.test(text)) return { name: text };
  throw errors.USAGE_INVALID({
    command,
    problem: `${JSON.stringify(text)} is not an execution`,
    advice: "Give its name, such as f4a1b2c3d4: `tsflyte execution list` lists them.",
  });
}
