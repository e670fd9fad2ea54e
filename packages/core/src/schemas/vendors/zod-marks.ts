import { CODEC, MARK, markOfClass, ONE_WAY, refusedMark } from "../standard/marks.js";

/** A schema of zod 4. */
export interface ZodSchema {
  meta?(): { readonly id?: unknown; readonly title?: unknown; readonly description?: unknown } | undefined;
}

/** What zod keeps for those who read schemas. */
export interface ZodInner {
  readonly def?: ZodDef;
  readonly bag?: { readonly Class?: { readonly name?: unknown }; readonly format?: unknown };
  readonly optin?: unknown;
  readonly optout?: unknown;
}

/** What zod keeps in a schema; undefined for what is no schema of zod 4. */
export function innerOf(schema: ZodSchema | undefined): ZodInner | undefined {
  return schema === undefined ? undefined : (Reflect.get(schema, "_zod") as ZodInner | undefined);
}

/** What a schema of zod is made of. */
export interface ZodDef {
  readonly type: string;
  readonly values?: readonly unknown[];
  readonly defaultValue?: unknown;
  readonly in?: ZodSchema;
  readonly out?: ZodSchema;
  readonly reverseTransform?: unknown;
  readonly innerType?: ZodSchema;
  readonly element?: ZodSchema;
  readonly valueType?: ZodSchema;
  readonly options?: readonly ZodSchema[];
  readonly left?: ZodSchema;
  readonly right?: ZodSchema;
  readonly catchall?: ZodSchema;
  readonly shape?: Readonly<Record<string, ZodSchema>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly format?: unknown;
  readonly checks?: readonly ZodSchema[];
  getter?(): ZodSchema;
}

/** The marks for one schema, without those of the schemas inside it. */
export function zodMarks(def: ZodDef, schema: ZodSchema, json: Readonly<Record<string, unknown>>): object {
  switch (def.type) {
    case "date":
      return { [MARK]: { is: "datetime" } };
    case "bigint":
    case "enum":
      return { [MARK]: { is: def.type } };
    case "undefined":
    case "void":
      return { [MARK]: { is: "undefined" } };
    case "literal":
      return literalMark(def.values ?? []);
    case "object":
      return titleOf(schema, json);
    case "default":
    case "prefault":
      // JSON has no bigint, so zod leaves such a default out.
      return typeof def.defaultValue === "bigint" ? { default: String(def.defaultValue) } : {};
    case "custom":
      return markOfClass(innerOf(schema)?.bag?.Class?.name) ?? refusedMark("a check of its own");
    case "pipe":
      return pipeMark(def);
    default:
      return REFUSED[def.type] ?? {};
  }
}

function literalMark(values: readonly unknown[]): object {
  if (values.includes(undefined)) return refusedMark("the literal undefined", "Use `.optional()`.");
  if (!values.some((value) => typeof value === "bigint")) return { [MARK]: { is: "literal" } };
  return refusedMark("a literal bigint", "Use `z.bigint()` with a refinement, or literal numbers.");
}

// With an `id`, zod makes a definition of this name.
function titleOf(schema: ZodSchema, { title }: Readonly<Record<string, unknown>>): object {
  const id = title === undefined ? schema.meta?.()?.id : undefined;
  return typeof id === "string" ? { title: id } : {};
}

function pipeMark({ in: from, out: to, reverseTransform }: ZodDef): object {
  if (typeof reverseTransform === "function") return { [CODEC]: true };
  const isOneWay = innerOf(to)?.def?.type === "transform" && innerOf(from)?.def?.type !== "transform";
  return isOneWay ? TRANSFORM : {};
}

const TRANSFORM = refusedMark("a transform, which only leads one way", ONE_WAY);

const REFUSED: { readonly [type: string]: object } = {
  transform: TRANSFORM,
  file: refusedMark("a file", "Use `t.file()`."),
  function: refusedMark("a function"),
  map: refusedMark("a Map", "Use `z.record(z.string(), ...)`, or `t.map(..., { keys })`."),
  nan: refusedMark("a number that is only NaN", "Use `t.float()`."),
  never: refusedMark("a value that never is", "Leave it out."),
  promise: refusedMark("a JavaScript promise", "Use the type of what it resolves to."),
  set: refusedMark("a Set", "Use `z.array(...)`, and make the set in the task."),
  symbol: refusedMark("a symbol", "Use `z.enum([...])`."),
};
