import { randomInt } from "node:crypto";
import { errors } from "../../errors.js";

const LONGEST = 63;
// What Kubernetes takes. flyteadmin also takes a hyphen at the end and capitals, and then the execution cannot be created.
const NAME = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const LETTERS = "bcdfghjklmnpqrstvwxz2456789";
const ADDED = 19;

/**
 * The name of an execution: the one given, or one that is made here. Because it is always known before the cluster is asked,
 * starting may be repeated where the answer was lost.
 *
 * @throws `EXECUTION_NAME_INVALID`
 */
export function executionName({
  name,
  namePrefix,
}: {
  readonly name?: unknown;
  readonly namePrefix?: unknown;
}): string {
  if (name !== undefined && namePrefix !== undefined)
    throw errors.EXECUTION_NAME_INVALID({ problem: "both `name` and `namePrefix` were given" });
  if (name !== undefined) return assertName(name);
  if (namePrefix === undefined) return `a${randomLetters()}`;
  // A prefix may end with the hyphen that follows it.
  const prefix = typeof namePrefix === "string" ? namePrefix.replace(/-$/, "") : namePrefix;
  return assertName(
    typeof prefix === "string" && prefix !== "" ? `${prefix}-${randomLetters()}` : namePrefix,
  );
}

function assertName(name: unknown): string {
  if (typeof name !== "string" || name === "")
    throw errors.EXECUTION_NAME_INVALID({ problem: "it is no string, or an empty one" });
  if (name.length > LONGEST)
    throw errors.EXECUTION_NAME_INVALID({
      problem: `it has ${name.length} characters, and ${LONGEST} are allowed`,
    });
  if (NAME.test(name)) return name;
  const problem = `Kubernetes does not accept ${JSON.stringify(name)}`;
  throw errors.EXECUTION_NAME_INVALID({ problem });
}

// Without vowels, so that no words arise.
function randomLetters(): string {
  return Array.from({ length: ADDED }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
