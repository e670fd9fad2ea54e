import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/literals";
import { literalTypeOf } from "@flytekit-ts/core/types";
import type { Case, Type } from "../description/type.js";
import type { Tamper } from "../exchange/literals.js";
import { hexOfFloat } from "../random/scalars.js";

/** A fault that is planted in messages on their way. */
export interface Fault {
  readonly name: string;
  readonly to: "Python" | "TypeScript";
  readonly case: Case;
  readonly tamper: Tamper;
}

const int: Type = { kind: "int", exact: false };
const datetime: Case = { type: { kind: "datetime", exact: true }, values: ["1700000000123456"] };
const point: Type = {
  kind: "struct",
  name: "Point",
  fields: [
    { name: "a", type: int },
    { name: "b", type: { kind: "float" } },
  ],
};
const points: Case = { type: point, values: [["1", hexOfFloat(2)]] };
const optional: Case = { type: { kind: "optional", of: int }, values: [{ some: "1" }] };
const exactInt: Case = { type: { kind: "int", exact: true }, values: [String(2n ** 53n + 1n)] };
const text: Case = { type: { kind: "string" }, values: ["😀"] };
const list: Case = { type: { kind: "list", of: int }, values: [["1", "2"]] };

/** The faults that an exchange must find. Without the fault, each of these cases passes. */
export const faults: readonly Fault[] = [
  {
    name: "a tag of a union that is not flytekit's",
    to: "Python",
    case: optional,
    tamper: { literalType: (type) => withTag(type, "integer") },
  },
  {
    name: "a union without its variant",
    to: "Python",
    case: optional,
    tamper: { literal: withoutUnion },
  },
  {
    name: "an int for a float",
    to: "Python",
    case: { type: { kind: "float" }, values: [hexOfFloat(1)] },
    tamper: primitive({ $case: "integer", value: 1n }),
  },
  { name: "an int for a float in a record", to: "Python", case: points, tamper: packed("82a16101a16202") },
  {
    name: "fields in another order",
    to: "Python",
    case: points,
    tamper: packed("82a162cb4000000000000000a16101"),
  },
  {
    name: "required fields in another order in the schema",
    to: "Python",
    case: points,
    tamper: {
      literalType: (type) => ({ ...type, metadata: { ...type.metadata, required: ["b", "a"] } }),
    },
  },
  {
    name: "a field of another type in the record type",
    to: "Python",
    case: points,
    tamper: {
      literalType: (type) => ({
        ...type,
        structure: {
          tag: "",
          dataclassType: new Map([...dataclassOf(type)].map(([name]) => [name, floatType])),
        },
      }),
    },
  },
  { name: "a lost microsecond", to: "Python", case: datetime, tamper: seconds(123_455_000) },
  { name: "a nanosecond too many", to: "TypeScript", case: datetime, tamper: seconds(123_456_001) },
  {
    name: "a rounded integer",
    to: "TypeScript",
    case: exactInt,
    tamper: primitive({ $case: "integer", value: 2n ** 53n }),
  },
  {
    name: "half a character",
    to: "TypeScript",
    case: text,
    tamper: primitive({ $case: "stringValue", value: "\ufffd" }),
  },
  {
    name: "a lost element",
    to: "TypeScript",
    case: list,
    tamper: {
      literal: ({ value, ...rest }) =>
        value?.$case === "collection"
          ? { ...rest, value: { $case: "collection", value: { literals: value.value.literals.slice(1) } } }
          : { value, ...rest },
    },
  },
  {
    name: "another value in a record",
    to: "TypeScript",
    case: points,
    tamper: packed("82a16101a162cb4000000000000001"),
  },
];

type Primitive = NonNullable<idl.Primitive["value"]>;
type Scalar = NonNullable<idl.Scalar["value"]>;

function scalar(value: Scalar): Tamper {
  return {
    literal: (literal) => ({ ...literal, value: { $case: "scalar", value: { value } } }),
  };
}

function primitive(value: Primitive): Tamper {
  return scalar({ $case: "primitive", value: { value } });
}

function packed(hex: string): Tamper {
  return scalar({
    $case: "binary",
    value: { tag: "msgpack", value: new Uint8Array(Buffer.from(hex, "hex")) },
  });
}

function seconds(nanos: number): Tamper {
  return primitive({ $case: "datetime", value: { seconds: 1_700_000_000n, nanos } });
}

const floatType = literalTypeOf({ $case: "simple", value: SimpleType.FLOAT });

function dataclassOf({ structure }: idl.LiteralType): ReadonlyMap<string, idl.LiteralType> {
  return structure?.dataclassType ?? new Map();
}

function withoutUnion(literal: idl.Literal): idl.Literal {
  const value = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return (value?.$case === "union" ? value.value.value : undefined) ?? literal;
}

function withTag(literalType: idl.LiteralType, tag: string): idl.LiteralType {
  const { type } = literalType;
  if (type?.$case !== "unionType") return literalType;
  const variants = type.value.variants.map((variant, i) =>
    i === 0 ? { ...variant, structure: { tag, dataclassType: new Map() } } : variant,
  );
  return { ...literalType, type: { $case: "unionType", value: { variants } } };
}
