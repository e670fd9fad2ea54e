import { decodeLiteral, literalOf, SimpleType } from "@flytekit-ts/core/literals";
import { mismatch, type TypeTransformer } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Cell, CellMap, LeafKind } from "./cell.js";
import { cellOfLiteral, literalOfCell } from "./literal-cells.js";
import type { Plan } from "./plan.js";

/**
 * The plan of a type that tells nothing of its parts, such as one that was derived from a list: its literals tell.
 */
export function planOfLiterals(type: TypeTransformer): Plan {
  const parts = partsOf(type.literalType, type.words);
  return {
    ...parts.plan,
    words: type.words,
    encode: (value) => parts.cellOf(type.toLiteral(value)),
    decode: (cell) => decodeLiteral(type, parts.literalOf(cell)),
  };
}

interface Parts {
  readonly plan: Plan;
  cellOf(literal: idl.Literal): Cell;
  literalOf(cell: Cell): idl.Literal;
}

function partsOf({ type }: idl.LiteralType, words: string): Parts {
  if (type?.$case === "collectionType") return listParts(partsOf(type.value, words), words);
  if (type?.$case === "mapValueType") return mapParts(partsOf(type.value, words), words);
  const kind = type?.$case === "simple" ? KINDS.get(type.value) : undefined;
  return leafParts(type?.$case === "enumType" ? "string" : (kind ?? "string"), words);
}

const KINDS: ReadonlyMap<number, LeafKind> = new Map([
  [SimpleType.INTEGER, "int"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.DURATION, "duration"],
]);

function leafParts(kind: LeafKind, words: string): Parts {
  return {
    plan: { kind, nullable: false, words, encode: keep, decode: keep },
    cellOf(literal) {
      const cell = cellOfLiteral(literal);
      if (cell === undefined) throw mismatch(words, "a value that no column holds");
      return cell;
    },
    literalOf: (cell) => literalOfCell(cell, kind),
  };
}

function listParts(element: Parts, words: string): Parts {
  return {
    plan: { kind: "list", nullable: false, words, element: element.plan, encode: keep, decode: keep },
    cellOf: ({ value }) =>
      value?.$case === "collection" ? value.value.literals.map((item) => element.cellOf(item)) : [],
    literalOf: (cell) => {
      const literals = (cell as readonly Cell[]).map((item) => element.literalOf(item));
      return literalOf({ $case: "collection", value: { literals } });
    },
  };
}

function mapParts(part: Parts, words: string): Parts {
  return {
    plan: { kind: "map", nullable: false, words, value: part.plan, encode: keep, decode: keep },
    cellOf: ({ value }) =>
      new Map(
        value?.$case === "map"
          ? [...value.value.literals].map(([key, item]) => [key, part.cellOf(item)])
          : [],
      ),
    literalOf: (cell) => {
      const literals = new Map([...(cell as CellMap)].map(([key, item]) => [key, part.literalOf(item)]));
      return literalOf({ $case: "map", value: { literals } });
    },
  };
}

// The parts are converted as a whole, never one by one.
function keep<T>(part: T): never {
  return part as never;
}
