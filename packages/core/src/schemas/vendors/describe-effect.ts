import { CODEC, MARK, markOfClass, refusedMark } from "../standard/marks.js";
import { isObject, type Side } from "../standard/standard-schema.js";

/** A node of effect's syntax tree of schemas, as far as it is read here. */
interface Ast {
  readonly annotations?: Annotations | undefined;
  readonly checks?: readonly { readonly annotations?: Annotations }[] | undefined;
  readonly encoding?: readonly { readonly to: Ast }[] | undefined;
  readonly context?: { readonly isOptional?: boolean } | undefined;
  readonly types?: readonly Ast[];
  readonly literal?: unknown;
  readonly enums?: readonly (readonly [string, unknown])[];
  readonly elements?: readonly Ast[];
  readonly rest?: readonly Ast[];
  readonly propertySignatures?: readonly { readonly name: PropertyKey; readonly type: Ast }[];
  readonly indexSignatures?: readonly { readonly type: Ast }[];
  thunk?(): Ast;
}

function tagOf(ast: Ast): unknown {
  return Reflect.get(ast, "_tag");
}

interface Annotations {
  readonly title?: unknown;
  readonly identifier?: unknown;
  readonly description?: unknown;
  readonly representation?: { readonly id?: unknown };
}

/**
 * The JSON Schema of one side of a schema of effect 4, with marks.
 *
 * It is read from the syntax tree: the JSON Schema that effect writes is that of the JSON text (a Date is a string
 * there, and a number may be the string "NaN"), not that of the values.
 */
export function describeEffect(schema: object, side: Side): unknown {
  const ast: unknown = Reflect.get(schema, "ast");
  if (!isAst(ast)) return undefined;
  const $defs: Record<string, object> = {};
  const names = new Map<Ast, string>();
  // A schema may contain itself behind a function, so each such schema becomes a definition.
  const refer = (to: Ast): object => {
    const name = names.get(to) ?? `lazy${names.size}`;
    if (!names.has(to)) {
      names.set(to, name);
      $defs[name] = describe(to, side, refer);
    }
    return { $ref: `#/$defs/${name}` };
  };
  return { ...refer(ast), $defs };
}

function isAst(value: unknown): value is Ast {
  return isObject(value);
}

type Refer = (to: Ast) => object;

function describe(ast: Ast, side: Side, refer: Refer): object {
  const encoded = ast.encoding?.at(-1)?.to;
  if (encoded !== undefined && side === "input")
    return { ...textsOf(ast), ...describe(encoded, side, refer), [CODEC]: true };
  const codec = encoded === undefined ? {} : { [CODEC]: true };
  return { ...shapeOf(ast, side, refer), ...textsOf(ast), ...codec };
}

function textsOf({ annotations, checks = [] }: Ast): object {
  const all = [annotations, ...checks.map((check) => check.annotations)];
  const text = (key: "title" | "identifier" | "description"): string | undefined =>
    all.map((each) => each?.[key]).findLast((each): each is string => typeof each === "string");
  const [title, description] = [text("title") ?? text("identifier"), text("description")];
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  };
}

function shapeOf(ast: Ast, side: Side, refer: Refer): object {
  switch (tagOf(ast)) {
    case "String":
    case "TemplateLiteral":
      return { type: "string" };
    case "Number":
      return { type: ast.checks?.some(isIntCheck) === true ? "integer" : "number" };
    case "Boolean":
      return { type: "boolean" };
    case "Null":
      return { type: "null" };
    case "BigInt":
      return { [MARK]: { is: "bigint" } };
    case "Undefined":
    case "Void":
      return { [MARK]: { is: "undefined" } };
    case "Literal":
      return typeof ast.literal === "bigint" ? refusedMark("a literal bigint") : { const: ast.literal };
    case "Enum":
      return { enum: (ast.enums ?? []).map(([, value]) => value), [MARK]: { is: "enum" } };
    case "Declaration":
      return declared(ast.annotations);
    case "Suspend":
      return suspended(ast, refer);
    default:
      return compound(ast, side, refer);
  }
}

function compound(ast: Ast, side: Side, refer: Refer): object {
  const of = (part: Ast): object => describe(part, side, refer);
  if (tagOf(ast) === "Union") {
    const types = ast.types ?? [];
    const isEnum =
      types.length > 1 &&
      types.every((type) => tagOf(type) === "Literal" && typeof type.literal === "string");
    return isEnum ? { enum: types.map(({ literal }) => literal) } : { anyOf: types.map(of) };
  }
  if (tagOf(ast) === "Arrays") {
    const [rest, ...more] = ast.rest ?? [];
    if ((ast.elements ?? []).length > 0 || more.length > 0) return { type: "array", prefixItems: [true] };
    return { type: "array", items: rest === undefined ? false : of(rest) };
  }
  if (tagOf(ast) === "Objects") return objectOf(ast, side, of);
  if (tagOf(ast) === "Unknown" || tagOf(ast) === "Any") return {};
  return refusedMark(`the schema ${String(tagOf(ast))}`);
}

function objectOf(ast: Ast, side: Side, of: (part: Ast) => object): object {
  const [index, ...more] = ast.indexSignatures ?? [];
  const fields = ast.propertySignatures ?? [];
  if (more.length > 0 || fields.some(({ name }) => typeof name === "symbol"))
    return refusedMark("a key that is a symbol or follows a pattern");
  if (fields.length === 0 && index === undefined) return { type: "object", properties: {} };
  return {
    type: "object",
    ...(fields.length === 0
      ? {}
      : { properties: Object.fromEntries(fields.map(({ name, type }) => [name, of(type)])) }),
    required: fields.filter(({ type }) => !isOptional(type, side)).map(({ name }) => name),
    ...(index === undefined ? {} : { additionalProperties: of(index.type) }),
  };
}

function isOptional(type: Ast, side: Side): boolean {
  const encoded = side === "input" ? type.encoding?.at(-1)?.to : undefined;
  return (encoded ?? type).context?.isOptional === true;
}

function isIntCheck({ annotations }: { readonly annotations?: Annotations }): boolean {
  return annotations?.representation?.id === "effect/schema/isInt";
}

function declared(annotations: Annotations | undefined): object {
  const id = [annotations?.representation?.id, annotations?.identifier].find(
    (each) => typeof each === "string",
  );
  const name = typeof id === "string" ? id.slice(id.lastIndexOf("/") + 1) : "of a class";
  const instead = name === "Json" ? "Use `t.json()`, which holds records of any JSON." : undefined;
  return markOfClass(name) ?? refusedMark(`the schema ${name}`, instead);
}

function suspended({ thunk }: Ast, refer: Refer): object {
  return thunk === undefined ? refusedMark("the schema Suspend") : refer(thunk());
}
