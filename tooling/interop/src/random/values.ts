import fc from "fast-check";
import type { Field, Type, Value } from "../description/type.js";
import { jsonValues, keyFloats } from "./json-values.js";
import { dates, datetimes, durations, floats, hexes, hexOfFloat, ints, texts } from "./scalars.js";

type Values = fc.Arbitrary<Value>;

/** Random values of a type. Inside a record a value is MessagePack, which holds a duration as a float. */
export function valuesOf(type: Type, inRecord = false): Values {
  switch (type.kind) {
    case "int":
      return ints(type.exact);
    case "float":
      return floats.map(hexOfFloat);
    case "string":
      return texts;
    case "boolean":
      return fc.boolean();
    case "datetime":
      return datetimes;
    case "date":
      return dates;
    case "duration":
      return durations(type.exact && !inRecord);
    case "none":
      return fc.constant(null);
    case "binary":
      return hexes;
    case "error":
      return fc.record({ message: texts, node: texts }, { noNullPrototype: true });
    case "enum":
    case "literal":
      return fc.constantFrom<Value>(...type.values);
    case "json":
      return jsonValues(type.exact);
    default:
      return composites(type, inRecord);
  }
}

function composites(type: Type, inRecord: boolean): Values {
  switch (type.kind) {
    case "list":
      return fc.array(valuesOf(type.of, inRecord), { maxLength: 3 });
    case "map":
      return entries(texts, valuesOf(type.of, inRecord));
    case "keyed":
      return entries(keys(type.key), valuesOf(type.of, true));
    case "optional":
      return fc.oneof(
        fc.constant(null),
        valuesOf(type.of, inRecord).map((some) => ({ some })),
      );
    case "union":
      return fc.oneof(
        ...type.of.map((each, variant) =>
          valuesOf(each, inRecord).map((value): Value => ({ variant, value })),
        ),
      );
    case "struct":
      return rowOf(type.fields);
    case "file":
      return fc.record({ name: fileNames, bytes: hexes }, { noNullPrototype: true });
    case "directory":
      return entries(fileNames, hexes).map((files): Value => ({ files }));
    case "dataset":
      return fc.array(rowOf(type.columns), { maxLength: 5 }).map((rows): Value => ({ rows }));
    default:
      throw new Error(`no values of ${type.kind}`);
  }
}

function rowOf(fields: readonly Field[]): Values {
  return fc.tuple(...fields.map((field) => valuesOf(field.type, true)));
}

function entries(keysOf: Values, values: Values): Values {
  return fc.uniqueArray(fc.tuple(keysOf, values), {
    maxLength: 3,
    selector: ([key]) => JSON.stringify(key),
  });
}

function keys(type: Type): Values {
  return type.kind === "float" ? keyFloats.map(hexOfFloat) : valuesOf(type, true);
}

const fileNames: fc.Arbitrary<string> = fc.constantFrom("a.txt", "b b.csv", "ü.bin", "c.tar.gz", "100%.txt");
