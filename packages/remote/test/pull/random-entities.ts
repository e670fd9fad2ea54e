import type * as idl from "@flytekit-ts/models/core";
import type { RegisteredEntity } from "../../src/pull/source/pull-source.js";
import { HOSTILE_TEXTS } from "./hostile-texts.js";
import { randomRecordSchema } from "./random-schemas.js";
import type { RandomSource } from "./random-source.js";

const NOTHING: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};
const TAGS = [
  ...["int", "str", "none", "date", "datetime", "Object-Dataclass-Transformer", "Pydantic Transformer"],
  ...["Typed List", "FlytePickle", "", "own tag"],
];

/** An entity with a random interface: what any program could register. */
export function randomEntity(random: RandomSource, index: number): RegisteredEntity {
  const variable = (): idl.Variable => ({
    type: randomLiteralType(random, 3),
    description: random.pick(["", "what it is", ...HOSTILE_TEXTS]),
    artifactPartialId: undefined,
    artifactTag: undefined,
  });
  const names = new Set(
    random.some(4, (each) => `${random.pick(["x", "order", "class", "t"])}${each || ""}`),
  );
  const outputs = random.some(3, (each) => [`o${each}`, variable()] as const);
  return {
    kind: random.chance(50) ? "task" : "launch-plan",
    project: "shop",
    domain: "development",
    name: `${random.pick(["shop", "class", "a-b"])}.${random.pick(["rate", "default", "t", "1st"])}${index}`,
    version: "v1",
    description: random.pick(HOSTILE_TEXTS),
    inputs: new Map([...names].map((name) => [name, { variable: variable() }])),
    outputs: new Map(outputs),
  };
}

/** A random literal type. */
export function randomLiteralType(random: RandomSource, depth: number): idl.LiteralType {
  const type: idl.LiteralType = { ...NOTHING, type: randomKind(random, depth) };
  const isStruct = type.type?.$case === "simple" && type.type.value === 9;
  if (random.chance(isStruct ? 70 : 5))
    type.metadata = random.chance(90) ? randomRecordSchema(random) : { pb_type: random.pick(HOSTILE_TEXTS) };
  if (random.chance(isStruct ? 60 : 10)) type.annotation = { annotations: randomAnnotation(random) };
  if (isStruct && random.chance(40)) type.structure = randomStructure(random, depth);
  return type;
}

function randomStructure(random: RandomSource, depth: number): idl.TypeStructure {
  const fields = random.some(3, (index) => [`id${index}`, randomLiteralType(random, depth - 1)] as const);
  return { tag: random.chance(80) ? "" : random.pick(TAGS), dataclassType: new Map(fields) };
}

function randomAnnotation(random: RandomSource): { [key: string]: unknown } {
  return random.pick<{ [key: string]: unknown }>([
    { "cache-key-metadata": { "serialization-format": "msgpack" } },
    { literal_values: ["a", "b"] },
    { literal_values: [1, 2] },
    { literal_values: [1, "a"] },
    { literal_values: [2 ** 60] },
    { literal_values: [] },
    Object.fromEntries([[random.pick(HOSTILE_TEXTS), random.pick(HOSTILE_TEXTS)]]),
  ]);
}

function randomKind(random: RandomSource, depth: number): idl.LiteralType["type"] {
  const inner = (): idl.LiteralType => randomLiteralType(random, depth - 1);
  const kind = random.below(depth <= 0 ? 12 : 20);
  if (kind < 5) return { $case: "simple", value: random.below(9) as idl.SimpleType };
  if (kind < 8) return { $case: "simple", value: 9 };
  if (kind === 8)
    return { $case: "enumType", value: { values: [...random.some(3, () => random.pick(HOSTILE_TEXTS))] } };
  if (kind === 9) return { $case: "blob", value: randomBlob(random) };
  if (kind === 10) return undefined;
  if (kind === 11)
    return { $case: "schema", value: { columns: [{ name: random.pick(HOSTILE_TEXTS), type: 1 }] } };
  if (kind < 14) return { $case: "collectionType", value: inner() };
  if (kind < 16) return { $case: "mapValueType", value: inner() };
  if (kind === 16) return { $case: "structuredDatasetType", value: randomDataset(random, inner) };
  const variants = random.some(4, () => {
    const tag = random.pick(TAGS);
    return { ...inner(), structure: random.chance(90) ? { tag, dataclassType: new Map() } : undefined };
  });
  return { $case: "unionType", value: { variants: [...variants] } };
}

function randomBlob(random: RandomSource): idl.BlobType {
  const format = random.pick(["", "csv", "PythonPickle", ".csv", "tar.gz", ...HOSTILE_TEXTS]);
  return { format, dimensionality: random.chance(70) ? 0 : 1 };
}

function randomDataset(random: RandomSource, inner: () => idl.LiteralType): idl.StructuredDatasetType {
  const columns = random.some(3, () => ({
    name: random.pick(["id", ...HOSTILE_TEXTS]),
    literalType: inner(),
  }));
  return {
    columns: [...columns],
    format: random.pick(["", "parquet", ...HOSTILE_TEXTS]),
    externalSchemaType: random.pick(["", "arrow"]),
    externalSchemaBytes: Uint8Array.from(random.some(3, () => random.below(256))),
  };
}
