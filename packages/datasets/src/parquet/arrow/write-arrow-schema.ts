import type { LeafKind } from "../../columns/cell.js";
import type { Plan, PlannedColumn } from "../../columns/plan.js";
import { type FlatField, type FlatFields, writeFlat } from "./flat-writer.js";
import { ARROW_SCHEMA } from "./read-arrow-schema.js";

/**
 * What Arrow has to know of the columns beyond their Parquet types: which of them are spans of time. Undefined if none
 * is, because Arrow knows the others.
 */
export function arrowMetadata(columns: readonly PlannedColumn[]): { key: string; value: string } | undefined {
  if (!columns.some(({ plan }) => hasDuration(plan))) return undefined;
  const fields = columns.map(({ name, plan }) => fieldOf(name, plan));
  const schema: FlatFields = new Map([[1, { tables: fields }]]);
  const message = writeFlat(
    new Map<number, FlatField>([
      [0, { size: 2, value: VERSION_5 }],
      [1, { size: 1, value: SCHEMA }],
      [2, { table: schema }],
    ]),
  );
  const padding = (8 - (message.length % 8)) % 8;
  const head = Buffer.alloc(8);
  head.writeInt32LE(-1, 0);
  head.writeInt32LE(message.length + padding, 4);
  return {
    key: ARROW_SCHEMA,
    value: Buffer.concat([head, message, Buffer.alloc(padding)]).toString("base64"),
  };
}

// Numbers of Arrow's format.
const VERSION_5 = 4;
const SCHEMA = 1;
const MICROSECOND = 2;

function hasDuration(plan: Plan): boolean {
  if (plan.kind === "list") return hasDuration(plan.element);
  if (plan.kind === "map") return hasDuration(plan.value);
  if (plan.kind === "record") return [...plan.fields.values()].some(hasDuration);
  return plan.kind === "duration";
}

function fieldOf(name: string, plan: Plan): FlatFields {
  const [kind, type = []] = TYPES[plan.kind];
  return new Map<number, FlatField>([
    [0, { text: name }],
    [1, { size: 1, value: plan.nullable ? 1 : 0 }],
    [2, { size: 1, value: kind }],
    [3, { table: new Map(type) }],
    [5, { tables: childrenOf(plan) }],
  ]);
}

function childrenOf(plan: Plan): FlatFields[] {
  if (plan.kind === "list") return [fieldOf("element", plan.element)];
  if (plan.kind === "record") return [...plan.fields].map(([name, field]) => fieldOf(name, field));
  if (plan.kind !== "map") return [];
  const { words, encode, decode } = plan;
  const key: Plan = { kind: "string", nullable: false, words, encode, decode };
  const fields = new Map<string, Plan>([
    ["key", key],
    ["value", plan.value],
  ]);
  return [fieldOf("key_value", { kind: "record", nullable: false, words, encode, decode, fields })];
}

type Type = readonly [kind: number, fields?: readonly (readonly [number, FlatField])[]];

const TYPES: { readonly [kind in LeafKind | "list" | "map" | "record"]: Type } = {
  int: [
    2,
    [
      [0, { size: 4, value: 64 }],
      [1, { size: 1, value: 1 }],
    ],
  ],
  float: [3, [[0, { size: 2, value: 2 }]]],
  bytes: [4],
  string: [5],
  boolean: [6],
  date: [8, [[0, { size: 2, value: 0 }]]],
  datetime: [
    10,
    [
      [0, { size: 2, value: MICROSECOND }],
      [1, { text: "UTC" }],
    ],
  ],
  list: [12],
  record: [13],
  map: [17],
  duration: [18, [[0, { size: 2, value: MICROSECOND }]]],
};
