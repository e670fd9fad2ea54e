import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";

/** What has the types of an execution. @throws `OPTION_INVALID` */
export function entityWithTypes(given: unknown): Entity | undefined {
  if (given === undefined || isEntity(given)) return given;
  const [at, wanted] = ["remote.execution", "a task, workflow, launch plan or reference"];
  throw coreErrors.OPTION_INVALID({ at, option: "entity", wanted, given, inWords: describeValue(given) });
}
