import * as errors from "../errors.js";
import { SimpleType } from "../literals/idl-enums.js";
import { elementOf, read, simpleOf, textOf, type Type } from "../literals/read-type.js";
import { castDataset } from "./cast-datasets.js";
import { type CastRecords, castSimple, unlike } from "./cast-simple.js";
import { castToUnion } from "./cast-unions.js";
import type { Answering, Rules } from "./evaluation/evaluate.js";
import { FITS, type Outcome } from "./evaluation/outcome.js";

// False in a bundle that has no types made of others, which then has no code for them.
declare const FLYTEKIT_COMPOSITES: boolean | undefined;

/**
 * Whether a type fits another. The kind of the wanted type chooses the rule. Two records are compared by
 * `castRecords`.
 */
export function castingTypes(castRecords: CastRecords): Rules<Type> {
  return {
    directly(from, to) {
      const kind = to?.type?.$case;
      if (kind === "blob") return castBlob(from, to);
      return kind !== undefined && ASKING.has(kind) ? undefined : castSimple(from, to, castRecords);
    },
    asking(from, to) {
      const kind = to?.type?.$case;
      if (typeof FLYTEKIT_COMPOSITES === "boolean" && !FLYTEKIT_COMPOSITES)
        throw errors.PART_LEFT_OUT({ what: "Comparing types that are made of others", part: "composites" });
      if (kind === "collectionType" || kind === "mapValueType") return castElement(from, to, kind);
      return kind === "unionType" ? castToUnion(from, to) : castDataset(from, to);
    },
  };
}

// Types that contain other types.
const ASKING: ReadonlySet<string> = new Set([
  ...["collectionType", "mapValueType", "unionType", "schema", "structuredDatasetType"],
]);

function* castElement(from: Type, to: Type, kind: "collectionType" | "mapValueType"): Answering<Type> {
  const element = elementOf(from, kind);
  if (element == null) return unlike(from, to);
  // An empty list or map has elements of type none, and fits any list or map.
  if (simpleOf(element) === SimpleType.NONE) return FITS;
  const place = kind === "collectionType" ? ELEMENT : VALUE;
  return yield { from: element, to: elementOf(to, kind), place };
}

const ELEMENT = (): string => "an element";
const VALUE = (): string => "a value";

// The backend does not compare whether there is one file or many.
function castBlob(from: Type, to: Type): Outcome {
  const [blob, wanted] = [read(from, "blob"), read(to, "blob")];
  if (blob === undefined) return unlike(from, to);
  const [format, wantedFormat] = [textOf(blob.format), textOf(wanted?.format)];
  return format === "" || wantedFormat === "" || format === wantedFormat ? FITS : unlike(from, to);
}
