import type { Type, Value } from "../description/type.js";
import { partOf } from "./make-value.js";
import { chosenAs } from "./build-type.js";

/**
 * A decoded value as a task can return it: in a union with `t.as`, since a number that came as a float may be an int
 * as well, and a string a day. Anything else stays what it is.
 */
export function chosen(type: Type, value: Value, decoded: unknown): unknown {
  switch (type.kind) {
    case "union": {
      const variant = type.of[Number(partOf(value, "variant"))];
      if (variant === undefined) throw new Error("a union has no such variant");
      return chosenAs(variant, chosen(variant, partOf(value, "value"), decoded));
    }
    case "optional":
      return value === null ? decoded : chosen(type.of, partOf(value, "some"), decoded);
    case "list":
      return (decoded as readonly unknown[]).map((each, i) =>
        chosen(type.of, (value as readonly Value[])[i] ?? null, each),
      );
    case "map":
      return Object.fromEntries(
        Object.entries(decoded as object).map(([key, part]: [string, unknown]) => {
          const entry = (value as readonly (readonly [string, Value])[]).find(([name]) => name === key);
          return [key, chosen(type.of, entry?.[1] ?? null, part)];
        }),
      );
    case "keyed":
      return chosenEntries(type, value as readonly (readonly [Value, Value])[], decoded);
    case "struct":
      return Object.fromEntries(
        type.fields.map(({ name, type: part }, i) => [
          name,
          chosen(part, (value as readonly Value[])[i] ?? null, Reflect.get(decoded as object, name)),
        ]),
      );
    default:
      return decoded;
  }
}

// Entries of a map arrive in the order in which they were sent.
function chosenEntries(
  { of }: Type & { readonly kind: "keyed" },
  entries: readonly (readonly [Value, Value])[],
  decoded: unknown,
): unknown {
  const given = [...(decoded as ReadonlyMap<unknown, unknown>)];
  return new Map(given.map(([key, part], i) => [key, chosen(of, entries[i]?.[1] ?? null, part)]));
}
