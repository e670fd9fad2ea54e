import type { TypeTransformer } from "../types/transformer.js";

/**
 * How two types differ that have the same name, at the first place; undefined if their names or nothing differ.
 *
 * Two records may share a name. A message that says `record P, not record P` would not help.
 */
export function differenceOf(given: TypeTransformer, wanted: TypeTransformer): string | undefined {
  if (given.words !== wanted.words || isSame(given, wanted)) return undefined;
  return inside(given, wanted) ?? "their fields have another order or other defaults";
}

function inside({ members: a }: TypeTransformer, { members: b }: TypeTransformer): string | undefined {
  if (a?.kind === "record" && b?.kind === "record") return ofFields(a.fields, b.fields);
  if (a?.kind === "list" && b?.kind === "list") return differenceOf(a.element, b.element);
  if (a?.kind === "map" && b?.kind === "map") return differenceOf(a.value, b.value);
  const pairs =
    a?.kind === "variants" && b?.kind === "variants"
      ? a.variants.map((each, i) => [each, b.variants[i]])
      : [];
  for (const [one, other] of pairs) {
    const difference = one === undefined || other === undefined ? undefined : differenceOf(one, other);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

type Fields = ReadonlyMap<string, TypeTransformer>;

function ofFields(given: Fields, wanted: Fields): string | undefined {
  for (const name of new Set([...given.keys(), ...wanted.keys()])) {
    const [one, other] = [given.get(name), wanted.get(name)];
    if (one === undefined || other === undefined)
      return `only ${one === undefined ? "the other" : "it"} has the field ${name}`;
    if (isSame(one, other)) continue;
    if (one.words !== other.words) return `its field ${name} is ${one.words}, not ${other.words}`;
    return `in its field ${name}, ${differenceOf(one, other)}`;
  }
  return undefined;
}

function isSame(a: TypeTransformer, b: TypeTransformer): boolean {
  // Loaded only here, since importing `node:util` is slow (docs/benchmarks.md).
  return process.getBuiltinModule("node:util").isDeepStrictEqual(a.literalType, b.literalType);
}
