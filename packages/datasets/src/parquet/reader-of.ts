import { mismatch } from "@flytekit-ts/core/types";
import type { Cell, LeafKind } from "../columns/cell.js";
import { emptyRecord } from "../columns/cell.js";
import type { Plan } from "../columns/plan.js";
import type { Invalid } from "../bytes/invalid.js";
import { leafSource, type LeafSource } from "./leaf-source.js";
import type { ParquetNode } from "./schema/node.js";

/** Makes a cell of the plain value of a column. */
export type CellReader = (plain: unknown) => Cell;

/** What to do where a column cannot be read as its type, and where a value is not what the schema says. */
export interface Refusals {
  /** The error for a part of a column: what it is in the file, and what to do. */
  mismatch(path: string, wanted: string, given: string, advice?: string): Error;
  readonly invalid: Invalid;
}

/** How the plain values of a column become cells of its declared type. @throws What `refusals` makes. */
export function readerOf(node: ParquetNode, plan: Plan, refusals: Refusals, path = ""): CellReader {
  const read = presentReader(node, plan, refusals, path);
  if (node.kind !== "leaf" || path !== "") return (plain) => (isNothing(plain) ? null : read(plain));
  return (plain) => {
    // For a value of a dictionary that is not there, the library gives undefined; for nothing it gives null.
    if (plain === undefined) throw refusals.invalid("a column refers to values that it does not have");
    return plain === null ? null : read(plain);
  };
}

function presentReader(node: ParquetNode, plan: Plan, refusals: Refusals, path: string): CellReader {
  const part = (inner: ParquetNode, of: Plan, step: string): CellReader =>
    readerOf(inner, of, refusals, `${path}${step}`);
  if (node.kind === "leaf") return leafReader(leafSource(node), plan, refusals, path);
  if (node.kind === "list" && plan.kind === "list") {
    const element = part(node.element, plan.element, "[]");
    return (plain) => (plain as readonly unknown[]).map(element);
  }
  if (node.kind === "map" && plan.kind === "map") {
    const [key, value] = [keyReader(node.key, refusals, path), part(node.value, plan.value, "[]")];
    return (plain) => {
      const entries = (plain as Plain)[node.entries] as readonly Plain[];
      return new Map(entries.map((entry) => [key(entry[node.keyName]), value(entry[node.valueName])]));
    };
  }
  if (node.kind === "record" && plan.kind === "record") {
    const fields = [...plan.fields].map(([name, field]) => {
      const found = node.fields.find((each) => each.node.name === name);
      if (found === undefined)
        throw refusals.mismatch(path, plan.words, `a record without ${JSON.stringify(name)}`);
      return { name, field: found.field, read: part(found.node, field, `.${name}`) };
    });
    return (plain) => {
      const cells = emptyRecord();
      for (const { name, field, read } of fields) cells[name] = read((plain as Plain)[field]);
      return cells;
    };
  }
  throw refusals.mismatch(path, plan.words, KINDS[node.kind]);
}

function isNothing(plain: unknown): boolean {
  return plain === null || plain === undefined;
}

interface Plain {
  readonly [name: string]: unknown;
}

const KINDS = { leaf: "a single value", list: "a list", map: "a map", record: "a record" } as const;

// Flyte's maps have strings as keys; integers are written as such.
function keyReader(node: ParquetNode, refusals: Refusals, path: string): (plain: unknown) => string {
  const source = node.kind === "leaf" ? leafSource(node) : undefined;
  if (source === undefined || !["string", "int", "uuid"].includes(source.kind))
    throw refusals.mismatch(
      path,
      "a map with strings as keys",
      `one whose keys are ${source?.words ?? "no strings"}`,
    );
  return (plain) => `${source.cellOf(plain) as bigint | string}`;
}

function leafReader(source: LeafSource, plan: Plan, refusals: Refusals, path: string): CellReader {
  const { kind, cellOf } = source;
  if (kind === plan.kind || kind === "none") return cellOf;
  const convert = CONVERSIONS.get(`${kind} ${plan.kind}`);
  if (convert !== undefined) return (plain) => convert(cellOf(plain));
  const isScalar = !["list", "map", "record"].includes(plan.kind);
  const advice = isScalar ? ADVICE[kind] : undefined;
  throw refusals.mismatch(path, plan.words, source.words, advice);
}

const ADVICE: { readonly [kind in LeafSource["kind"]]?: string } = {
  decimal: "Declare the column as `t.string()`, which keeps all digits, and convert them as you need.",
  time: "Declare the column as `t.string()`.",
  uuid: "Declare the column as `t.string()`.",
  int: "Declare the column as `t.int()`, or as `t.int({ bigint: true })` beyond 2^53.",
};

type Conversion = `${LeafSource["kind"]} ${LeafKind}`;

// Only those that lose nothing. What does not fit is left as it is, for its type to refuse.
const CONVERSIONS: ReadonlyMap<string, (cell: Cell) => Cell> = new Map<Conversion, (cell: Cell) => Cell>([
  ["decimal string", (cell) => cell],
  ["time string", (cell) => cell],
  ["uuid string", (cell) => cell],
  // pandas has floats in place of integers where some are missing.
  ["float int", (cell) => (Number.isSafeInteger(cell) ? BigInt(cell as number) : cell)],
  ["int float", exactFloat],
  ["date datetime", (cell) => cell],
  ["datetime date", (cell) => cell],
]);

function exactFloat(cell: Cell): number {
  const value = Number(cell);
  if (Number.isSafeInteger(value)) return value;
  throw mismatch("float", `the integer ${cell as bigint}, which a float may not hold exactly`);
}
