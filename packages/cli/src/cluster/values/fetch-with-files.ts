import { fetchLiterals, localStore } from "@flytekit-ts/core/storage";
import type { Signal, Storage } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";

/**
 * Literals, with those in their places that are stored apart because they are large: as far as files may be in them. A list of
 * a million numbers stays where it is.
 *
 * @throws `LITERAL_NOT_FETCHED`
 */
export async function fetchWithFiles(
  literals: Literals,
  { storage, signal }: { readonly storage: Storage; readonly signal: Signal },
): Promise<Literals> {
  const store = localStore({ storages: [storage], signal });
  const wanted = [...literals].filter(([, literal]) => mayHoldFiles(literal));
  return new Map([...literals, ...(await fetchLiterals(new Map(wanted), store))]);
}

function mayHoldFiles({ value }: idl.Literal): boolean {
  // A type that nobody wrote down may be any.
  if (value?.$case !== "offloadedMetadata" || value.value.inferredType === undefined) return true;
  return hasFiles(value.value.inferredType);
}

function hasFiles({ type }: idl.LiteralType): boolean {
  switch (type?.$case) {
    case "blob":
    case "schema":
    case "structuredDatasetType":
      return true;
    case "collectionType":
    case "mapValueType":
      return hasFiles(type.value);
    case "unionType":
      return type.value.variants.some(hasFiles);
    default:
      return false;
  }
}
