import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { resolveType } from "../schemas/resolve-type.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { lazyTransformer } from "../transformers/lazy.js";
import type { FlyteType, TypeLike } from "../types/infer.js";
import { isType, makeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { describeValue } from "../words/describe-value.js";

const WANTED = "a function that returns a record";

/** Makes `t.lazy`. @throws `OPTION_INVALID`; and at first use, if the function does not return a record. */
export function lazy(type: () => TypeLike): FlyteType<unknown, unknown> {
  return atCaller(lazy, () => {
    const place = placeOfCaller(lazy);
    if (typeof type !== "function" || isType(type))
      throw refused(isType(type) ? "a type" : describeValue(type));
    return makeType({ transformer: lazyTransformer(resolver(type, place)) });
  });
}

function resolver(type: () => TypeLike, place: Place): () => TypeTransformer {
  let known: TypeTransformer | undefined;
  let isAsked = false;
  return () => {
    if (known !== undefined) return known;
    if (isAsked) throw refused("one that returns itself", place);
    isAsked = true;
    try {
      return (known = recordOf(returned(type, place), place));
    } finally {
      isAsked = false;
    }
  };
}

function recordOf(transformer: TypeTransformer, place: Place): TypeTransformer {
  if (transformer.resolve !== undefined) return transformer.resolve();
  if (transformer.members?.kind === "record") return transformer;
  throw refused(`one that returns ${transformer.words}`, place);
}

function returned(type: () => TypeLike, place: Place): TypeTransformer {
  let given: TypeLike;
  try {
    given = type();
  } catch (cause) {
    // Where the record is declared below, and asked for above.
    if (isFlytekitError(cause)) throw cause;
    throw refused("one that threw an error", place, cause);
  }
  return resolveType(given, "the type of t.lazy").transformer;
}

function refused(inWords: string, place?: Place, cause?: unknown): Error {
  const advice = "Return a record: `t.lazy((): t.Type<Tree> => Tree)`.";
  const params = { at: "t.lazy", option: "type", wanted: WANTED, given: inWords, inWords, advice };
  return errors.OPTION_INVALID(params, { location: place?.location, cause });
}
