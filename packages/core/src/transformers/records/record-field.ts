import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { isOptional } from "../../types/is-optional.js";
import type { RuntimeType } from "../../types/runtime-type.js";
import type { TypeTransformer } from "../../types/transformer.js";

/** A field, with what is asked of it for each record. */
export interface RecordField {
  readonly key: string;
  /** The key as MessagePack. */
  readonly packedKey: Uint8Array;
  readonly transformer: TypeTransformer;
  /** The default, in an object, because `undefined` may be one. */
  readonly default: RuntimeType["default"];
  readonly isOptional: boolean;
}

/** The fields of a record, in order. */
export function fieldsOf(types: ReadonlyMap<string, RuntimeType>): readonly RecordField[] {
  return Array.from(types, ([key, type]) => {
    const { transformer } = type;
    return {
      key,
      packedKey: packKey(key),
      transformer,
      default: type.default,
      isOptional: isOptional(transformer),
    };
  });
}

function packKey(key: string): Uint8Array {
  const writer = new MsgpackWriter();
  writer.string(key);
  return writer.finish();
}
