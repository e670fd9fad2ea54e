import { parseQuantity } from "./quantity.js";

/** What a part of a JSON document has to look like to be read into a structure of Go. */
export type JsonShape =
  | "text"
  | "integer"
  | "boolean"
  | "quantity"
  | { readonly list: JsonShape }
  | { readonly map: JsonShape }
  | { readonly fields: ReadonlyMap<string, JsonShape> };

/**
 * Where a document is not of its shape, as the end of a sentence; `undefined` where it is.
 *
 * Go passes over fields that it does not know, and null is the same as nothing.
 */
export function shapeFault(value: unknown, shape: JsonShape, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (shape) {
    case "text":
      return typeof value === "string" ? undefined : fault(path, "a text");
    case "boolean":
      return typeof value === "boolean" ? undefined : fault(path, "true or false");
    case "integer":
      return Number.isSafeInteger(value) ? undefined : fault(path, "an integer");
    case "quantity":
      return isQuantity(value) ? undefined : fault(path, 'a quantity such as "500m" or "2Gi"');
    default:
      return "list" in shape ? listFault(value, shape.list, path) : objectFault(value, shape, path);
  }
}

// A quantity may be written as a number, and with blanks around it.
function isQuantity(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && parseQuantity(value.trim()) !== undefined;
}

function listFault(value: unknown, shape: JsonShape, path: string): string | undefined {
  if (!Array.isArray(value)) return fault(path, "a list");
  return first(value, (item, index) => shapeFault(item, shape, `${path}[${index}]`));
}

function objectFault(
  value: unknown,
  shape: Extract<JsonShape, { readonly map: JsonShape } | { readonly fields: unknown }>,
  path: string,
): string | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return fault(path, "an object");
  return first(Object.entries(value as object), ([key, part]) => {
    const inner = "map" in shape ? shape.map : shape.fields.get(key);
    return inner === undefined ? undefined : shapeFault(part, inner, `${path}.${key}`);
  });
}

function first<T>(
  items: readonly T[],
  faultOf: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = faultOf(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fault(path: string, wanted: string): string {
  return `has something at ${path} that is not ${wanted}`;
}
