import type * as idl from "@flytekit-ts/models/core";
import { userFailure } from "./failure.js";
import type { PrimitiveValue } from "./literals.js";
import { type Packed, unpack } from "./msgpack.js";

/**
 * A literal as `{{ .inputs.x }}` of a command shows it: texts of Go's `%v`, lists as `[a,b]`, the URI of what has one.
 *
 * @throws `BadTaskFormat` for what has no text: maps, unions, structs, nothing, and datasets
 */
export function goText(literal: idl.Literal): string {
  const { value } = literal;
  if (value?.$case === "collection") return `[${value.value.literals.map(goText).join(",")}]`;
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  switch (scalar?.$case) {
    case "primitive":
      return scalar.value.value === undefined
        ? noText("an empty primitive")
        : primitiveText(scalar.value.value);
    case "blob":
    case "schema":
      return scalar.value.uri;
    case "binary":
      return scalar.value.tag === "msgpack"
        ? packedText(unpack(scalar.value.value))
        : noText(scalar.value.tag);
    default:
      return noText(scalar?.$case ?? value?.$case ?? "nothing");
  }
}

function primitiveText(primitive: PrimitiveValue): string {
  switch (primitive.$case) {
    case "floatValue":
      return goFloat(primitive.value);
    case "datetime": {
      const { seconds, nanos } = primitive.value;
      const fraction = nanos === 0 ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`;
      return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", `${fraction}Z`);
    }
    case "duration": {
      const { seconds, nanos } = primitive.value;
      return [seconds === 0n ? "" : `seconds:${seconds}`, nanos === 0 ? "" : `nanos:${nanos}`]
        .join(" ")
        .trim();
    }
    case "integer":
    case "stringValue":
    case "boolean":
    default:
      return String(primitive.value);
  }
}

function packedText({ value, bytes }: Packed): string {
  switch (value.kind) {
    case "float":
      return goFloat(value.value);
    case "list":
      return `[${value.items.map(packedText).join(" ")}]`;
    case "map": {
      const entries = value.entries.map(([key, item]) => `${packedText(key)}:${packedText(item)}`);
      return `map[${entries.toSorted().join(" ")}]`;
    }
    case "other":
      return bytes[0] === 0xc0 ? "<nil>" : noText("bytes in a record");
    case "integer":
    case "text":
    case "boolean":
    default:
      return String(value.value);
  }
}

/** A float as Go's `%v` writes it: with an exponent below 1e-4 and from 1e21 on. */
function goFloat(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (value === Infinity) return "+Inf";
  if (value === -Infinity) return "-Inf";
  const size = Math.abs(value);
  if (value === 0 || Number.isNaN(value) || (size >= 1e-4 && size < 1e21)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

function noText(what: string): never {
  throw userFailure("BadTaskFormat", `a command cannot show ${what}`);
}
