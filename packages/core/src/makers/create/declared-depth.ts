import { locate } from "../../errors/locate.js";
import * as errors from "../../errors.js";
import { nestingOfLiteral, nestingOfType } from "../../literals/nesting.js";
import type { Place } from "../../source/place.js";
import { changedTransformer } from "../../types/changed-transformer.js";
import { shallow } from "../../types/depth-of.js";
import type { TypeTransformer } from "../../types/transformer.js";

/**
 * A transformer of an author's with its depth: the one that is declared, or that of the literal type. A literal that is
 * nested deeper is an error at the type's line. Unnoticed, it would be bytes that no one can decode.
 *
 * @throws `OPTION_INVALID` for a depth that is too small, `VALUE_TOO_DEEP`
 */
export function withDepth<T>(transformer: TypeTransformer<T>, place: Place): TypeTransformer<T> {
  const ofType = nestingOfType(transformer.literalType);
  const depth = transformer.depth ?? ofType;
  if (depth < ofType) throw tooSmall(transformer, "its literal type", ofType);
  return shallow(
    changedTransformer(transformer, {
      depth,
      toLiteral(value) {
        const literal = transformer.toLiteral(value);
        const ofLiteral = nestingOfLiteral(literal);
        if (ofLiteral > depth)
          throw locate(tooSmall(transformer, "the literal of a value", ofLiteral), place);
        return literal;
      },
    }),
  );
}

function tooSmall({ depth, words }: TypeTransformer, of: string, nested: number): Error {
  const advice = `Declare \`depth: ${nested}\` for ${words}, or the depth of its deepest value: as many messages are nested in ${of}.`;
  return errors.OPTION_INVALID({
    at: "createType",
    option: "transformer.depth",
    wanted: `at least ${nested} (${of})`,
    given: depth,
    ...(depth === undefined ? { inWords: "none" } : {}),
    advice,
  });
}
