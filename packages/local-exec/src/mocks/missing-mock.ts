import type { Entity } from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { isReference } from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";

/** The error for entities that cannot run here. `runs` names what would have run them. */
export function missingMock(runs: string, missing: readonly Entity[]): Error {
  const location = missing[0]?.definedAt.location;
  return errors.MOCK_MISSING({ runs, missing: missing.map(describe) }, { location });
}

function describe(entity: Entity): string {
  if (isReference(entity)) {
    const { kind, name, project, domain, version } = entity.reference;
    return `${name}, a ${kind.replace("-", " ")} of ${project}/${domain} in version ${version}`;
  }
  return isTask(entity) ? `${entity.name}, a task without a function` : `the ${entity.kind} ${entity.name}`;
}
