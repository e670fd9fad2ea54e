import { isDeepStrictEqual } from "node:util";
import { castability } from "@flytekit-ts/core/casts";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import * as idl from "@flytekit-ts/models/core";
import type { Written } from "./constructs.js";

/** What became of one construct. */
export interface Outcome {
  /** The type in our words and in Flyte's, or why there is none. */
  readonly becomes: string;
  /** Samples that came back exactly, samples that were refused with a code, and those that were neither. */
  readonly kept: number;
  readonly refused: number;
  readonly lost: readonly string[];
}

type Type = ReturnType<typeof resolveType>;

/** Resolves the schema of a construct, and sends its samples through literals and bytes. */
export function outcomeOf({ schema, samples, gives }: Written): Outcome {
  let made: unknown;
  let type: Type;
  try {
    made = schema();
    type = resolveType(made as never, "inputs.x of task demo.t");
  } catch (error) {
    return { becomes: `refused: ${reasonOf(error)}`, kept: 0, refused: samples.length, lost: [] };
  }
  const { literalType } = type.transformer;
  const outcomes = samples.map((sample, i) => roundTrip(made, type, { sample, expected: gives?.[i] }));
  const refused = outcomes.filter((each) => each === "refused").length;
  const lost = outcomes.filter((each) => each !== "refused" && each !== "kept");
  if (castability(literalType, literalType) !== "castable") lost.push("the type is not castable to itself");
  const becomes = `${typeWords(type.transformer)}: ${literalWords(literalType)}`;
  return { becomes, kept: outcomes.length - refused - lost.length, refused, lost };
}

interface Sample {
  readonly sample: unknown;
  readonly expected: unknown;
}

interface Validating {
  readonly "~standard"?: {
    validate(value: unknown): { readonly value?: unknown; readonly issues?: unknown };
  };
}

function roundTrip(schema: unknown, type: Type, { sample, expected }: Sample): string {
  const { transformer } = type;
  // A type of `t.schema` validates by itself. Only its defaults add to a sample.
  const valid = (schema as Validating)["~standard"]?.validate(sample) ?? { value: expected ?? sample };
  if (valid.issues !== undefined) return "the schema itself refuses the sample";
  const given = sample === undefined && type.default !== undefined ? type.default.value : sample;
  let decoded: unknown;
  try {
    const bytes = idl.Literal.encode(transformer.toLiteral(given)).finish();
    decoded = decodeLiteral(transformer, idl.Literal.decode(bytes));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return "refused";
  }
  return isDeepStrictEqual(decoded, valid.value) ? "kept" : `lost: ${JSON.stringify(sample)}`;
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

// The reason alone: "The schema for ... describes a Map, which no Flyte type holds."
function reasonOf(error: unknown): string {
  const { code, text = "" } = error as { readonly code?: string; readonly text?: string };
  if (code === undefined) throw error;
  return (
    /describes (.*), which no Flyte type holds/.exec(text)?.[1] ??
    text.replace(/^.*? of task demo\.t /, "it ")
  );
}

type Transformer = Type["transformer"];

/** A type in our words; of a record its fields, each with its default. */
function typeWords({ words, members, jsonSchema }: Transformer): string {
  const short = words.replace(/ \(.*\)$/, "");
  if (members?.kind !== "record") return short;
  const properties = (jsonSchema?.["properties"] ?? {}) as {
    readonly [name: string]: { readonly default?: unknown };
  };
  const fields = [...members.fields].map(([name, field]) => {
    const fallback = properties[name]?.default ?? undefined;
    return `${name}: ${field.words.replace(/ \(.*\)$/, "")}${fallback === undefined ? "" : ` = ${JSON.stringify(fallback)}`}`;
  });
  return `${short} { ${fields.join(", ")} }`;
}

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(idl.SimpleType).map(([name, value]) => [value, name]),
);

/** A literal type in Flyte's words. */
function literalWords({ type }: idl.LiteralType): string {
  switch (type?.$case) {
    case "simple":
      return NAMES.get(type.value) ?? "";
    case "collectionType":
      return `list of ${literalWords(type.value)}`;
    case "mapValueType":
      return `map of ${literalWords(type.value)}`;
    case "enumType":
      return "ENUM";
    case "unionType":
      return `union of ${type.value.variants.map(literalWords).join(", ")}`;
    default:
      return String(type?.$case).toUpperCase();
  }
}
