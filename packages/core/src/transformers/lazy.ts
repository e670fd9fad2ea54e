import { decodeLiteral } from "../types/decode-literal.js";
import { isRecordValue } from "../types/record-value.js";
import type { Members, TypeTransformer } from "../types/transformer.js";
import { DICT_DEPTH, dictType } from "./json/dict-type.js";
import { isStored } from "./records/is-stored.js";
import { nested } from "./records/nesting.js";
import { REFERENCE } from "./records/recursive-schema.js";

/**
 * A record that is declared later, so that it can contain itself. `resolve` gives it, at the first use of a value.
 *
 * For Flyte it is a record of which nothing is known: a type cannot contain itself. What the record itself declares is
 * known where it is used by its own name.
 */
export function lazyTransformer(resolve: () => TypeTransformer): TypeTransformer {
  const members: Members = {
    kind: "record",
    get fields() {
      const { members: own } = resolve();
      return own?.kind === "record" ? own.fields : new Map();
    },
  };
  const within = <T>(convert: (type: TypeTransformer) => T): T => {
    const type = resolve();
    return nested(type.words, () => convert(type));
  };
  return {
    tag: "Object-Dataclass-Transformer",
    get words() {
      return resolve().words;
    },
    literalType: dictType(),
    jsonSchema: REFERENCE,
    depth: DICT_DEPTH,
    members,
    resolve,
    mayBe: isRecordValue,
    toLiteral: (value) => within((type) => type.toLiteral(value)),
    fromLiteral: (literal) => within((type) => decodeLiteral(type, literal)),
    write: (value, writer) => within((type) => type.write(value, writer)),
    read: (reader) => within((type) => type.read(reader)),
    storing(value) {
      const type = resolve();
      return isStored(type, "storing") ? within(() => type.storing?.(value)) : undefined;
    },
    async load(value, store) {
      const type = resolve();
      return isStored(type, "load") && type.load !== undefined ? type.load(value, store) : value;
    },
  };
}
