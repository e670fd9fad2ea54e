import type { Identifier } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";

/** An entity in words, for messages: `launch plan garden.daily v1`. */
export function entityWords({
  kind,
  id,
}: {
  readonly kind: SerializedEntity["kind"];
  readonly id: Identifier;
}): string {
  return `${kind.replace("-", " ")} ${id.name} ${id.version}`;
}
