import { textOf } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import type { Identifier } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import type { Created } from "./create-entity.js";
import type { RegisteredEntity } from "../terms/registration.js";

/** What is known while a registration goes on. Only this changes. */
export interface State {
  entities: readonly SerializedEntity[];
  readonly outcomes: Map<SerializedEntity, RegisteredEntity>;
  readonly activated: Identifier[];
  /** What is being done beside sending entities, for the message of a failure. */
  at: string;
  /** The first entity that was not registered. */
  failed: FailedEntity | undefined;
}

interface FailedEntity {
  readonly at: string;
  readonly differs?: DifferentEntity | undefined;
}

type DifferentEntity = Extract<Created, { readonly outcome: "differs" }> & {
  readonly entity: SerializedEntity;
};

/** The error of a registration that ended early: what is registered, what is left, and why it ended. */
export function endedEarly(
  error: unknown,
  {
    state,
    endpoint,
    signal,
  }: { readonly state: State; readonly endpoint: string; readonly signal: Signal | undefined },
): Error {
  const { entities, outcomes, activated, failed } = state;
  const plain = ({ kind, id }: SerializedEntity) => ({ kind, id });
  const progress = {
    endpoint,
    registered: entities.flatMap((each) => outcomes.get(each) ?? []),
    left: entities.filter((each) => !outcomes.has(each)).map(plain),
    activated,
  };
  if (failed?.differs !== undefined) {
    const { entity, differences, said, cause } = failed.differs;
    return errors.REGISTERED_DIFFERENTLY(
      { ...progress, entity: plain(entity), differences, said },
      { cause },
    );
  }
  if (signal?.aborted === true) return errors.REGISTRATION_ABORTED(progress, { cause: signal.reason });
  const at = failed?.at ?? state.at;
  return errors.REGISTRATION_STOPPED({ ...progress, at, problem: textOf(error) }, { cause: error });
}
