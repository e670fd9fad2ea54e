import { isDeepStrictEqual } from "node:util";
import * as idl from "@flytekit-ts/models/core";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import type { Written } from "./constructs.js";

/** What became of one construct. */
export interface Outcome {
  /** The type in our words and in Flyte's, or why there is none. */
  readonly cell: string;
  /** Samples that came back exactly, that were refused with their path, and that were lost. */
  readonly kept: number;
  readonly refused: number;
  readonly lost: readonly string[];
}

/** Resolves the construct's schema, and sends its samples through literals and bytes. */
export function outcomeOf({ schema, samples }: Written): Outcome {
  const made = schema();
  let type: ReturnType<typeof resolveType>;
  try {
    type = resolveType(made as never, "inputs.x of task demo.t");
  } catch (error) {
    return { cell: `refused: ${reasonOf(error)}`, kept: 0, refused: samples.length, lost: [] };
  }
  const { transformer } = type;
  const outcomes = samples.map((sample) => roundTrip(made, transformer, sample));
  const refusals = outcomes.filter((each) => each.startsWith("refused"));
  return {
    cell: `${transformer.words} · ${literalWords(transformer.literalType)}${refusals.length > 0 ? "; refused as a value" : ""}`,
    kept: outcomes.filter((each) => each === "kept").length,
    refused: refusals.length,
    lost: outcomes.filter((each) => each.startsWith("lost")),
  };
}

type Transformer = ReturnType<typeof resolveType>["transformer"];

function roundTrip(schema: unknown, transformer: Transformer, sample: unknown): string {
  const valid = (
    schema as { "~standard": { validate(value: unknown): { value?: unknown; issues?: unknown } } }
  )["~standard"].validate(sample);
  if (valid.issues !== undefined) return "lost: the schema itself refuses the sample";
  let decoded: unknown;
  try {
    const bytes = idl.Literal.encode(transformer.toLiteral(sample)).finish();
    decoded = decodeLiteral(transformer, idl.Literal.decode(bytes));
  } catch (error) {
    const { code } = error as { code?: string };
    return code === undefined ? `lost: ${String(error)}` : `refused: ${code}`;
  }
  return isDeepStrictEqual(decoded, valid.value) ? "kept" : `lost: ${JSON.stringify(sample)}`;
}

function reasonOf(error: unknown): string {
  const { code, text } = error as { code?: string; text?: string };
  if (code === undefined) return `CRASHED ${String(error)}`;
  return `${code} (${text})`;
}

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(idl.SimpleType).map(([name, value]) => [value, name]),
);

/** A literal type in Flyte's words. */
export function literalWords({ type }: idl.LiteralType): string {
  switch (type?.$case) {
    case "simple":
      return NAMES.get(type.value) ?? "?";
    case "collectionType":
      return `list[${literalWords(type.value)}]`;
    case "mapValueType":
      return `map[${literalWords(type.value)}]`;
    case "enumType":
      return "enum";
    case "unionType":
      return `union[${type.value.variants.map(literalWords).join(", ")}]`;
    default:
      return type?.$case ?? "none";
  }
}
