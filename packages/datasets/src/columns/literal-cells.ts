import { literalOf, scalarLiteral, toDuration, toNanoseconds } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import type { Cell, LeafKind } from "./cell.js";

const SECOND = 1_000_000_000n;

/** The cell of a literal of one primitive; undefined for other literals. */
export function cellOfLiteral(literal: idl.Literal): Cell | undefined {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  switch (primitive?.$case) {
    case "datetime":
      return primitive.value.seconds * SECOND + BigInt(primitive.value.nanos);
    case "duration":
      return toNanoseconds(primitive.value);
    default:
      return primitive?.value;
  }
}

/** The literal of a cell of this kind. */
export function literalOfCell(cell: Cell, kind: LeafKind): idl.Literal {
  const value = primitiveOf(cell, kind);
  return value === undefined ? literalOf({ $case: "scalar", value: { value: undefined } }) : primitive(value);
}

type Primitive = NonNullable<idl.Primitive["value"]>;

function primitive(value: Primitive): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

function primitiveOf(cell: Cell, kind: LeafKind): Primitive | undefined {
  switch (typeof cell) {
    case "bigint":
      return integer(cell, kind);
    case "number":
      return { $case: "floatValue", value: cell };
    case "string":
      return { $case: "stringValue", value: cell };
    case "boolean":
      return { $case: "boolean", value: cell };
    default:
      return undefined;
  }
}

function integer(cell: bigint, kind: LeafKind): Primitive {
  if (kind === "duration") return { $case: "duration", value: toDuration(cell) };
  if (kind !== "datetime" && kind !== "date") return { $case: "integer", value: cell };
  const rest = cell % SECOND;
  const nanos = rest < 0n ? rest + SECOND : rest;
  return { $case: "datetime", value: { seconds: (cell - nanos) / SECOND, nanos: Number(nanos) } };
}
