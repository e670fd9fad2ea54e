import { chosen } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { type Data, isList, isObject } from "../documents/data.js";
import { type Kind, kindOf } from "../kinds/kind-of.js";
import { typeWords } from "../kinds/type-words.js";
import { fitting } from "./fitting.js";
import { type AroundData, type Outcome, shown } from "./outcome.js";
import { isNot } from "./is-not.js";

/** Data for a union. */
export interface UnionData {
  readonly variants: readonly TypeTransformer[];
  readonly data: Data;
  readonly around: AroundData;
}

type Read = (transformer: TypeTransformer, data: Data, around: AroundData) => Outcome;

/** The value of a union that data stands for: of the variant that is closest to what JSON says, and else of the first that takes it. */
export function unionOfData(
  union: TypeTransformer,
  { variants, data, around }: UnionData,
  read: Read,
): Outcome {
  const usual = USUAL(data);
  const ordered = variants.toSorted((a, b) => rank(a, usual) - rank(b, usual));
  const problems: string[] = [];
  // First as it is written, and only then as a record would read it.
  for (const isInRecord of around.isInRecord ? [false, true] : [false])
    for (const variant of ordered) {
      const outcome = read(variant, data, { ...around, isInRecord });
      if ("value" in outcome) return ofVariant(union, variant, outcome.value);
      if (kindOf(variant).kind !== "none") problems.push(outcome.problem);
    }
  const [only, second] = problems;
  if (only !== undefined && second === undefined) return { problem: only };
  const { name, fits } = typeWords(union);
  return { problem: `${typeof data === "string" ? shown(data) : "it"} ${isNot(name)}; ${fits}` };
}

/** A value of a variant as a value of the union: it names its variant, if it would else be another, or several. */
export function ofVariant(union: TypeTransformer, variant: TypeTransformer, value: unknown): Outcome {
  const named = chosen(variant, value);
  const meant = fitting(union, { plain: [named] });
  const literal = "value" in meant ? union.toLiteral(named) : undefined;
  // A schema around a union takes values only.
  const fits = fitting(union, { plain: [value, ...("value" in meant ? [named] : [])], literal });
  return "value" in fits ? fits : { problem: "several types take it, and nothing says which is meant" };
}

function rank(variant: TypeTransformer, usual: readonly Kind["kind"][]): number {
  const place = usual.indexOf(kindOf(variant).kind);
  return place === -1 ? usual.length : place;
}

function USUAL(data: Data): readonly Kind["kind"][] {
  if (data === null) return ["none"];
  if (isList(data)) return ["list"];
  if (isObject(data)) return ["record", "map", "json", "error"];
  switch (typeof data) {
    case "bigint":
      return ["int", "float"];
    case "number":
      return ["float"];
    case "boolean":
      return ["boolean"];
    default:
      return ["string", "enum", "choice"];
  }
}
