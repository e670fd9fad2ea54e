import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";

const OPTIONS: ReadonlySet<string> = new Set(["module", "registry"]);
const MODULE = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
// Messages that JSON writes as a scalar, each with the type of Flyte that holds its values.
const SCALARS: ReadonlyMap<string, string> = new Map([
  ["Timestamp", "t.datetime()"],
  ["Duration", "t.duration()"],
  ["FieldMask", "t.list(t.string())"],
  ["BoolValue", "t.optional(t.boolean())"],
  ["StringValue", "t.optional(t.string())"],
  ["BytesValue", "t.optional(t.binary())"],
  ["FloatValue", "t.optional(t.float())"],
  ["DoubleValue", "t.optional(t.float())"],
  ["Int32Value", "t.optional(t.int())"],
  ["UInt32Value", "t.optional(t.int())"],
  ["Int64Value", "t.optional(t.int({ bigint: true }))"],
  ["UInt64Value", "t.optional(t.int({ bigint: true }))"],
]);

/** Check what `protobufType` is given. @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT` */
export function assertSchema(schema: unknown, options: unknown): void {
  assertOptions(options, OPTIONS, "protobufType");
  if (!isSchema(schema)) {
    const advice = "Give the schema that protoc-gen-es generates: `protobufType(OrderSchema)`.";
    throw refused({ option: "schema", wanted: "the schema of a message", given: schema, advice });
  }
  const scalar = schema.typeName.startsWith(WELL_KNOWN)
    ? SCALARS.get(schema.typeName.slice(WELL_KNOWN.length))
    : undefined;
  if (scalar !== undefined) {
    const wanted = "a message that is an object in JSON";
    const advice = `Declare it as \`${scalar}\`: flytekit cannot write such a message.`;
    throw refused({ option: "schema", wanted, given: schema.typeName, inWords: schema.typeName, advice });
  }
  const module: unknown = Reflect.get(Object(options), "module");
  if (module === undefined || (typeof module === "string" && MODULE.test(module))) return;
  const advice = 'Write it as an import of Python does: `{ module: "foo.bar_pb2" }`.';
  throw refused({ option: "module", wanted: "the name of a Python module", given: module, advice });
}

const WELL_KNOWN = "google.protobuf.";

function isSchema(given: unknown): given is { readonly typeName: string } {
  if (typeof given !== "object" || given === null) return false;
  return Reflect.get(given, "kind") === "message" && typeof Reflect.get(given, "typeName") === "string";
}

interface Refusal {
  readonly option: string;
  readonly wanted: string;
  readonly given: unknown;
  readonly inWords?: string;
  readonly advice: string;
}

function refused(refusal: Refusal): Error {
  return coreErrors.OPTION_INVALID({ at: "protobufType", ...refusal });
}
