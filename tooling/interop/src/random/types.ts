import fc from "fast-check";
import { hasKind } from "../description/parts.js";
import type { Field, Type, Value } from "../description/type.js";
import { inRecordOnly, literals, outsideOnly, plainTypes } from "./plain-types.js";
import { unions, unionsInRecord } from "./unions.js";
import { valuesOf } from "./values.js";

/** Where a type stands: how many types may be inside it, and whether it is part of a record. */
export interface Place {
  readonly depth: number;
  readonly inRecord: boolean;
}

const made = new Map<string, fc.Arbitrary<Type>>();

/** Random types. */
export function typesAt(place: Place): fc.Arbitrary<Type> {
  const key = JSON.stringify(place);
  const known = made.get(key);
  if (known !== undefined) return known;
  const types = makeTypes(place);
  made.set(key, types);
  return types;
}

function makeTypes({ depth, inRecord }: Place): fc.Arbitrary<Type> {
  const leaves = fc.oneof(...plainTypes, literals(inRecord), ...(inRecord ? inRecordOnly : outsideOnly));
  if (depth <= 1) return leaves;
  const part = typesAt({ depth: depth - 1, inRecord });
  const field = typesAt({ depth: depth - 1, inRecord: true });
  const parts = { any: part.filter(hasHash), field, record: records(Math.max(2, depth - 1)) };
  return fc.oneof(
    { weight: 3, arbitrary: leaves },
    { weight: 2, arbitrary: part.map((of): Type => ({ kind: "list", of })) },
    { weight: 2, arbitrary: part.map((of): Type => ({ kind: "map", of })) },
    { weight: 2, arbitrary: part.filter(isRequired).map((of): Type => ({ kind: "optional", of })) },
    { weight: 2, arbitrary: (inRecord ? unionsInRecord : unions)(parts) },
    { weight: 1, arbitrary: keyedMaps(depth) },
    { weight: 4, arbitrary: records(depth) },
  );
}

// Python makes one type of an optional or a union that is inside another.
function isRequired(type: Type): boolean {
  return type.kind !== "optional" && type.kind !== "union" && type.kind !== "none" && hasHash(type);
}

// Columns are a dict in the annotation of Python's type, which `typing` cannot have inside an Optional or Union.
function hasHash(type: Type): boolean {
  return !hasKind(type, new Set(["dataset"]));
}

function keyedMaps(depth: number): fc.Arbitrary<Type> {
  const keys = fc.constantFrom<Type>(
    { kind: "int", exact: false },
    { kind: "int", exact: true },
    { kind: "float" },
    { kind: "boolean" },
  );
  return fc
    .tuple(keys, typesAt({ depth: depth - 1, inRecord: true }))
    .map(([key, of]): Type => ({ kind: "keyed", key, of }));
}

const recordNames = fc.constantFrom("Person", "Point", "R", "Été");
const fieldNames = fc.constantFrom(
  "a",
  "b",
  "x1",
  "name_",
  "constructor",
  "toString",
  "path",
  "title",
  "type",
);

function records(depth: number): fc.Arbitrary<Type> {
  const field = typesAt({ depth: depth - 1, inRecord: true });
  return fc
    .tuple(
      recordNames,
      fc.uniqueArray(fc.tuple(fieldNames, field.chain(withDefault)), {
        minLength: 1,
        maxLength: 4,
        selector: ([name]) => name,
      }),
    )
    .map(([name, fields]): Type => ({
      kind: "struct",
      name,
      fields: fields.map(([name, rest]) => ({ name, ...rest })),
    }));
}

const STORED = new Set(["file", "directory", "dataset"]);
const DEFAULTED = new Set([
  "int",
  "string",
  "boolean",
  "datetime",
  "date",
  "duration",
  "enum",
  "list",
  "map",
]);

function withDefault(type: Type): fc.Arbitrary<Omit<Field, "name">> {
  // A default is made without a store, so it holds no file.
  if (!DEFAULTED.has(type.kind) || hasKind(type, STORED)) return fc.constant({ type });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({ type }) },
    { weight: 1, arbitrary: valuesOf(type, true).map((value: Value) => ({ type, default: value })) },
  );
}
