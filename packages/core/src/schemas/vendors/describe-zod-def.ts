import { CODEC } from "../standard/marks.js";
import type { Side } from "../standard/standard-schema.js";
import { innerOf, type ZodDef, zodMarks, type ZodSchema } from "./zod-marks.js";

/**
 * The JSON Schema of one side of a schema of zod 4.0, 4.1 or `zod/mini`, which do not tell it: read from what zod keeps for those
 * who read schemas, `_zod.def`.
 */
export function describeZodDef(schema: ZodSchema, side: Side): unknown {
  const $defs: Record<string, object> = {};
  const names = new Map<ZodSchema, string>();
  // A schema may contain itself, so each object and each lazy schema becomes a definition.
  const refer: Refer = (to) => {
    const name = names.get(to) ?? `zod${names.size}`;
    if (!names.has(to)) {
      names.set(to, name);
      $defs[name] = shapeOf(to, side, refer);
    }
    return { $ref: `#/$defs/${name}` };
  };
  return { ...describe(schema, side, refer), $defs };
}

type Refer = (to: ZodSchema) => object;

function describe(schema: ZodSchema, side: Side, refer: Refer): object {
  const type = innerOf(schema)?.def?.type;
  return type === "object" || type === "lazy"
    ? { ...refer(schema), ...textsOf(schema) }
    : shapeOf(schema, side, refer);
}

function textsOf(schema: ZodSchema): object {
  const { title, description } = schema.meta?.() ?? {};
  return {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

function shapeOf(schema: ZodSchema, side: Side, refer: Refer): object {
  const def = innerOf(schema)?.def;
  if (def === undefined) return {};
  const json = { ...bareShape(schema, def, { side, refer }), ...textsOf(schema) };
  return { ...json, ...zodMarks(def, schema, json) };
}

interface Walk {
  readonly side: Side;
  readonly refer: Refer;
}

function bareShape(schema: ZodSchema, def: ZodDef, { side, refer }: Walk): object {
  const of = (part: ZodSchema | undefined): object => (part === undefined ? {} : describe(part, side, refer));
  switch (def.type) {
    case "string":
    case "boolean":
    case "null":
      return { type: def.type };
    case "template_literal":
      return { type: "string" };
    case "number":
      return { type: isInt(schema) ? "integer" : "number" };
    case "enum":
      return { enum: enumValues(def.entries ?? {}) };
    case "literal":
      return { enum: [...(def.values ?? [])] };
    case "array":
      return { type: "array", items: of(def.element) };
    case "tuple":
      return { type: "array", prefixItems: [true] };
    case "object":
      return objectShape(def, side, of);
    case "record":
      return { type: "object", additionalProperties: of(def.valueType) };
    case "union":
      return { anyOf: (def.options ?? []).map(of) };
    case "intersection":
      return { allOf: [of(def.left), of(def.right)] };
    case "nullable":
      return { anyOf: [of(def.innerType), { type: "null" }] };
    case "default":
    case "prefault":
      return { ...of(def.innerType), default: def.defaultValue };
    case "pipe":
      return pipeShape(def, side, of);
    default:
      return of(def.innerType ?? def.getter?.());
  }
}

function pipeShape(def: ZodDef, side: Side, of: (part: ZodSchema | undefined) => object): object {
  const isPreprocess = innerOf(def.in)?.def?.type === "transform";
  const json = of(side === "input" && !isPreprocess ? def.in : def.out);
  return typeof def.reverseTransform === "function" ? { ...json, [CODEC]: true } : json;
}

function objectShape(def: ZodDef, side: Side, of: (part: ZodSchema | undefined) => object): object {
  const shape = Object.entries(def.shape ?? {});
  const isOptional = (part: ZodSchema): boolean =>
    (side === "input" ? innerOf(part)?.optin : innerOf(part)?.optout) === "optional";
  const more = innerOf(def.catchall)?.def?.type;
  return {
    type: "object",
    properties: Object.fromEntries(shape.map(([key, part]) => [key, of(part)])),
    required: shape.filter(([, part]) => !isOptional(part)).map(([key]) => key),
    ...(more === undefined || more === "never"
      ? {}
      : { additionalProperties: more === "unknown" ? true : of(def.catchall) }),
  };
}

// `zod/mini` does not gather the formats of a schema and its checks.
function isInt(schema: ZodSchema): boolean {
  const { bag, def } = innerOf(schema) ?? {};
  const checked = def?.checks?.map((check) => innerOf(check)?.def?.format) ?? [];
  return [bag?.format, def?.format, ...checked].some(
    (format) => typeof format === "string" && format.includes("int"),
  );
}

// A numeric enum of TypeScript has its names as values too.
function enumValues(entries: Readonly<Record<string, string | number>>): readonly unknown[] {
  const numbers = new Set(Object.values(entries).filter((value) => typeof value === "number"));
  return [
    ...new Set(
      Object.entries(entries)
        .filter(([key]) => !numbers.has(Number(key)))
        .map(([, value]) => value),
    ),
  ];
}
