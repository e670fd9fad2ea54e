import type { Interface } from "@flytekit-ts/core/graph";
import type * as idl from "@flytekit-ts/models/core";
import { type NamedType, namedType } from "../../inputs/kinds/named-type.js";

/** Inputs or outputs by name. */
export type Variables = ReadonlyMap<string, { readonly type: NamedType; readonly says?: string | undefined }>;

/** What an entity takes and gives, from its code or from a message. */
export interface Declared {
  readonly inputs: Variables;
  readonly outputs: Variables;
}

/** What code says of an entity: types of plugins have words of their own there. */
export function declaredBy({ inputs, outputs }: Interface): Declared {
  const variables = (types: Interface["inputs"]): Variables =>
    new Map(
      [...types].map(([name, { transformer, description }]) => [
        name,
        { type: transformer, says: description },
      ]),
    );
  return { inputs: variables(inputs), outputs: variables(outputs) };
}

/** What a message says of an entity. */
export function declaredIn({ inputs, outputs }: idl.TypedInterface): Declared {
  return { inputs: variablesIn(inputs), outputs: variablesIn(outputs) };
}

function variablesIn(map: idl.VariableMap | undefined): Variables {
  return new Map(
    [...(map?.variables ?? [])].map(([name, { type, description }]) => [
      name,
      // A variable without a description has its name as one.
      { type: namedType(type), says: description === "" || description === name ? undefined : description },
    ]),
  );
}
