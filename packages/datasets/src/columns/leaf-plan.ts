import { decodeLiteral } from "@flytekit-ts/core/literals";
import { mismatch, type TypeTransformer } from "@flytekit-ts/core/types";
import { bytesOf, valueOfBytes } from "./cell-of-bytes.js";
import type { Cell, LeafKind } from "./cell.js";
import { cellOfLiteral, literalOfCell } from "./literal-cells.js";
import type { LeafPlan } from "./plan.js";
import { stockTypes } from "./stock-types.js";

/** How values without parts become cells. Whatever the type is, its literals say how. */
export function leafPlan(type: TypeTransformer, kind: LeafKind): LeafPlan {
  const { words } = type;
  const plan: LeafPlan = {
    kind,
    nullable: false,
    words,
    encode: kind === "bytes" ? (value) => bytesOf(type, value) : (value) => encode(type, value),
    decode: (cell) =>
      cell instanceof Uint8Array ? valueOfBytes(type, cell) : decodeLiteral(type, literalOfCell(cell, kind)),
  };
  return { ...plan, ...QUICK.get(type)?.(plan) };
}

function encode(type: TypeTransformer, value: unknown): Cell {
  const cell = cellOfLiteral(type.toLiteral(value));
  if (cell === undefined) throw mismatch(`one ${type.words}`, "a value with parts");
  return cell;
}

type Quick = (plan: LeafPlan) => Partial<LeafPlan>;

// Making a literal of each value takes most of the time of a large table. What these do not take goes the long way,
// which refuses it with the words of the type.
const QUICK: ReadonlyMap<TypeTransformer, Quick> = new Map<TypeTransformer, Quick>([
  [
    stockTypes.int,
    ({ encode: refuse, decode: refuseCell }) => ({
      encode: (value) => (Number.isSafeInteger(value) ? BigInt(value as number) : refuse(value)),
      decode(cell) {
        const value = Number(cell);
        return typeof cell === "bigint" && Number.isSafeInteger(value) ? value : refuseCell(cell);
      },
    }),
  ],
  [
    stockTypes.bigint,
    ({ encode: refuse, decode: refuseCell }) => ({
      encode: (value) =>
        typeof value === "bigint" && BigInt.asIntN(64, value) === value ? value : refuse(value),
      decode: (cell) =>
        typeof cell === "bigint" && BigInt.asIntN(64, cell) === cell ? cell : refuseCell(cell),
    }),
  ],
  [stockTypes.float, same("number")],
  [stockTypes.boolean, same("boolean")],
  [
    stockTypes.string,
    ({ encode: refuse, decode: refuseCell }) => ({
      encode: (value) => (typeof value === "string" && !HALF.test(value) ? value : refuse(value)),
      decode: (cell) => (typeof cell === "string" ? cell : refuseCell(cell)),
    }),
  ],
  [
    stockTypes.duration,
    ({ words, decode: other }) => ({
      decode(cell) {
        if (typeof cell !== "bigint" || cell % 1000n === 0n) return other(cell);
        throw mismatch(words, "a duration with nanoseconds, which `t.duration({ exact: true })` keeps");
      },
    }),
  ],
]);

// Half of a surrogate pair, which UTF-8 has not.
const HALF = /\p{Surrogate}/u;

function same(kind: "number" | "boolean"): Quick {
  return ({ encode: refuse, decode: refuseCell }) => ({
    encode: (value) => (typeof value === kind ? (value as Cell) : refuse(value)),
    decode: (cell) => (typeof cell === kind ? cell : refuseCell(cell)),
  });
}
