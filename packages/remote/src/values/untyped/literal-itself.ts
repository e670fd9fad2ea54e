import type * as idl from "@flytekit-ts/models/core";
import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import { createType, isPlainObject, mismatch, simpleType } from "@flytekit-ts/core/types";
import { describeValue } from "@flytekit-ts/core/errors";
import type { FlyteType } from "@flytekit-ts/core";

/** A type for which there is none here: its values are literals, as they are. */
export function literalItself(literalType: idl.LiteralType): FlyteType<idl.Literal, "literal"> {
  const words = `literal of ${describeLiteralType(literalType)}`;
  const noPart = (): never => {
    throw mismatch(words, "a part of a record");
  };
  return createType<idl.Literal, "literal">({
    transformer: {
      tag: "literal",
      words,
      literalType: literalType.type === undefined ? simpleType(SimpleType.NONE) : literalType,
      // As deep as a type may be.
      depth: 80,
      toLiteral(value) {
        if (!isLiteral(value)) throw mismatch(words, describeValue(value));
        return value;
      },
      fromLiteral: (literal) => literal,
      write: noPart,
      read: noPart,
    },
  });
}

function isLiteral(value: unknown): value is idl.Literal {
  return isPlainObject(value) && isPlainObject(value["value"]) && typeof value["value"]["$case"] === "string";
}
