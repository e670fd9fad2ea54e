import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import { createType, type FlyteType, type TypeTransformer } from "@flytekit-ts/core/types";
import { atCaller } from "@flytekit-ts/core/errors";
import { assertSchema } from "./assert-schema.js";
import { listValueTransformer } from "./list-value.js";
import { messageTransformer } from "./message-transformer.js";
import type { JsonRegistry } from "./message-json.js";
import { pythonClass } from "./python-class.js";

/** The type of the messages of a schema. For Flyte it is a record with the name of the Python class. */
export interface ProtobufType<S extends DescMessage> extends FlyteType<
  MessageShape<S>,
  { protobuf: S["typeName"] }
> {}

/** Options of `protobufType`. */
export interface ProtobufOptions {
  /**
   * The Python module of the class, by which flytekit finds it. By default what `protoc` makes of the file's name:
   * `foo.bar_pb2` for `foo/bar.proto`.
   */
  readonly module?: string;
  /** The schemas of what a `google.protobuf.Any` in the message may hold. */
  readonly registry?: JsonRegistry;
}

/**
 * Make the type of protobuf messages, whose values Python tasks take and return as messages of their class.
 *
 * @throws `OPTION_INVALID` for what is no schema, and for one whose JSON is no object, such as that of a timestamp.
 * @example
 * const order = protobufType(OrderSchema);
 */
export function protobufType<S extends DescMessage>(
  schema: S,
  options: ProtobufOptions = {},
): ProtobufType<S> {
  return atCaller(protobufType, () => {
    assertSchema(schema, options);
    const type = { schema, python: pythonClass(schema, options.module), registry: options.registry };
    const transformer: TypeTransformer =
      schema.typeName === "google.protobuf.ListValue" ? listValueTransformer(type) : messageTransformer(type);
    return createType<MessageShape<S>, { protobuf: S["typeName"] }>({
      transformer: transformer as TypeTransformer<MessageShape<S>>,
    });
  });
}
