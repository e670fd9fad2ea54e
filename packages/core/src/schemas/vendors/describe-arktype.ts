import { MARK, markOfClass, refusedMark } from "../standard/marks.js";
import { type Side, type StandardProps, TARGET } from "../standard/standard-schema.js";

type Json = Readonly<Record<string, unknown>>;

/** What arktype cannot say in JSON Schema, and the rest, which it can. */
interface Gap {
  readonly code: string;
  readonly base: Json;
  readonly domain?: unknown;
  readonly proto?: { readonly name?: unknown };
  readonly unit?: unknown;
  readonly value?: unknown;
}

/**
 * The JSON Schema of one side of a type of arktype, with marks.
 *
 * Only the whole type tells its defaults; its input side has optional keys in their place.
 */
export function describeArktype(schema: object, { jsonSchema }: StandardProps, side: Side): unknown {
  const whole: unknown = Reflect.get(schema, "toJsonSchema");
  if (side === "input" && typeof whole === "function") return Reflect.apply(whole, schema, [{ fallback }]);
  return jsonSchema?.[side]?.({ target: TARGET, libraryOptions: { fallback } });
}

const fallback = {
  default: (gap: Gap): object => ({ ...gap.base, ...markOf(gap) }),
  // The keyword `default` holds it.
  defaultValue: ({ value }: Gap): unknown => (typeof value === "bigint" ? String(value) : value),
};

function markOf({ code, domain, proto, unit }: Gap): object {
  switch (code) {
    case "date":
      return { [MARK]: { is: "datetime" } };
    case "domain":
      return domain === "bigint" ? { [MARK]: { is: "bigint" } } : refusedMark(`a ${String(domain)}`);
    case "proto":
      return markOfClass(proto?.name) ?? refusedMark(`an object of class ${String(proto?.name)}`);
    case "unit":
      return unit === undefined ? { [MARK]: { is: "undefined" } } : refusedMark(`a literal ${typeof unit}`);
    case "symbolKey":
      return refusedMark("a key that is a symbol");
    case "arrayObject":
      return refusedMark("an array with keys of its own");
    default:
      // Refinements are checked by arktype. What a morph gives, the other side says.
      return {};
  }
}
