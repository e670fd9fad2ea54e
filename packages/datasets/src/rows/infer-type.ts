import { isDate, isUint8Array } from "node:util/types";
import { t, type TypeLike } from "@flytekit-ts/core";

type Unclear = (problem: string) => Error;

/** The type of all these values; those that are nothing do not count. */
export function inferType(values: readonly unknown[], unclear: Unclear): TypeLike {
  const present = values.filter((value) => value !== undefined && value !== null);
  const kinds = new Set(present.map(kindOf));
  if (kinds.has("int") && kinds.has("float")) kinds.delete("int");
  const [kind = "string", ...more] = kinds;
  if (more.length > 0) throw unclear(`it has values of several kinds (${[kind, ...more].join(", ")})`);
  return typeOf(kind, present, unclear);
}

function kindOf(value: unknown): string {
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? "int" : "float";
    case "bigint":
      return "int";
    case "object":
      return kindOfObject(value as object);
    default:
      return typeof value;
  }
}

function kindOfObject(value: object): string {
  if (Array.isArray(value)) return "list";
  if (isDate(value)) return "datetime";
  if (isUint8Array(value)) return "bytes";
  return "record";
}

function typeOf(kind: string, present: readonly unknown[], unclear: Unclear): TypeLike {
  switch (kind) {
    case "int":
      return t.int({ bigint: true });
    case "float":
      return t.float();
    case "boolean":
      return t.boolean();
    case "string":
      return t.string();
    case "datetime":
      return t.datetime();
    case "bytes":
      return t.binary();
    case "list":
      return t.list(t.optional(inferType((present as readonly unknown[][]).flat(), unclear)));
    case "record":
      return recordOf(present as readonly object[], unclear);
    default:
      throw unclear(`it has values that no file holds (${kind})`);
  }
}

function recordOf(records: readonly object[], unclear: Unclear): TypeLike {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 0) throw unclear("it has records without fields");
  const odd = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  // Names that no record may have are keys of a map.
  if (odd !== undefined) {
    return t.map(
      t.optional(
        inferType(
          records.flatMap((record) => Object.values(record)),
          unclear,
        ),
      ),
    );
  }
  const fields = names.map((name): [string, TypeLike] => {
    const values = records.map((record) => (record as Readonly<Record<string, unknown>>)[name]);
    return [name, t.optional(inferType(values, unclear))];
  });
  return t.struct("Row", Object.fromEntries(fields));
}
