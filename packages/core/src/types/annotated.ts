import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";
import { copyJson } from "./copy-json.js";
import { changedTransformer } from "./changed-transformer.js";
import { depthOf, depthOfJson, shallow } from "./depth-of.js";
import type { Json, TypeTransformer } from "./transformer.js";

type Annotation = { readonly [key: string]: Json };

// The keys of annotations that say something of the type itself.
const CACHE_KEY = "cache-key-metadata";
const CHOICE_KEY = "literal_values";

/**
 * A transformer whose literal type has an annotation. As in flytekit, maps, enums, choices and records have none of an
 * author's.
 *
 * @throws `OPTION_INVALID`
 */
export function annotatedTransformer<T>(inner: TypeTransformer<T>, given: unknown): TypeTransformer<T> {
  // What is there already comes from JSON, too.
  const own = inner.literalType.annotation?.annotations as Annotation | undefined;
  const annotation = copyOf(given);
  const refusal = inner.isAnnotated === true ? "a type that has one already" : refusalOf(inner.literalType);
  if (refusal !== undefined)
    throw refused(
      `no annotation on ${refusal}`,
      "an annotation",
      "Annotate an input or a field of another type.",
    );
  const annotations = { ...annotation, ...own };
  const literalType = { ...inner.literalType, annotation: { annotations } };
  const depth = Math.max(depthOf(inner), depthOfJson(annotations) - 1);
  return shallow(changedTransformer(inner, { literalType, depth, isAnnotated: true }));
}

/** A literal type without the annotations of authors: flytekit writes none for what is inside a record. */
export function withoutAnnotations(literalType: idl.LiteralType): idl.LiteralType {
  const { type, annotation } = literalType;
  const annotations = annotation?.annotations;
  const isOwn = annotations === undefined || CACHE_KEY in annotations || CHOICE_KEY in annotations;
  const bare = isOwn ? literalType : { ...literalType, annotation: undefined };
  switch (type?.$case) {
    case "collectionType":
    case "mapValueType": {
      const value = withoutAnnotations(type.value);
      return value === type.value ? bare : { ...bare, type: { $case: type.$case, value } };
    }
    case "unionType": {
      const { variants } = type.value;
      const value = { variants: variants.map(withoutAnnotations) };
      const isSame = value.variants.every((each, i) => each === variants[i]);
      return isSame ? bare : { ...bare, type: { $case: "unionType", value } };
    }
    default:
      return bare;
  }
}

function copyOf(given: unknown): Annotation {
  const copy = isPlainObject(given) ? copyJson(given) : undefined;
  const advice = 'Annotate it with an object: `t.int().annotate({ unit: "m" })`.';
  if (copy === undefined) throw refused("an object with values of JSON", describeValue(given), advice);
  if (CACHE_KEY in copy)
    throw refused("keys of your own", `the key ${CACHE_KEY}`, "Take another key: Flyte uses this one.");
  return copy;
}

function refused(wanted: string, inWords: string, advice: string): Error {
  return errors.OPTION_INVALID({ at: "a type", option: "annotate", wanted, given: inWords, inWords, advice });
}

function refusalOf({ type, annotation }: idl.LiteralType): string | undefined {
  const annotations = annotation?.annotations;
  if (type?.$case === "mapValueType") return "a map";
  if (type?.$case === "enumType") return "an enum";
  if (annotations === undefined) return undefined;
  if (CACHE_KEY in annotations) return "a record or map";
  return CHOICE_KEY in annotations ? "a choice" : undefined;
}
