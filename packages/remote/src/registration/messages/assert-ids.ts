import type { SerializedEntity } from "@flytekit-ts/workflow";
import { RESOURCE_TYPES } from "../../entities/ids/entity-reference.js";
import { registrationErrors as errors } from "../../errors/registration-errors.js";

// flyteadmin takes any characters, and joins them into the path under which it stores a workflow.
const NAME = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}$/;
const VERSION = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/;

/** Asserts the identifier of a package's entity. @throws `PACKAGE_INVALID` */
export function assertIds({ kind, id }: SerializedEntity, member: string): void {
  const problem = problemOf({ kind, id });
  if (problem !== undefined) throw errors.PACKAGE_INVALID({ member, problem });
}

function problemOf({ kind, id }: Pick<SerializedEntity, "kind" | "id">): string | undefined {
  if (id.resourceType !== RESOURCE_TYPES[kind]) {
    return `its identifier is one of another kind (${id.resourceType}) than a ${kind.replace("-", " ")}`;
  }
  if (!NAME.test(id.name)) {
    return `its name ${JSON.stringify(id.name)} is not 1 to 255 letters, digits, dots, underscores and hyphens`;
  }
  if (!VERSION.test(id.version)) {
    return `its version ${JSON.stringify(id.version)} is not 1 to 255 letters, digits and . _ ~ -`;
  }
  return id.org === ""
    ? undefined
    : `its identifier has an org, ${JSON.stringify(id.org)}, under which no reference finds it`;
}
