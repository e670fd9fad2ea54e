import { describeLiteral, msgpackLiteral } from "../../literals/literal.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { mismatch } from "../../types/mismatch.js";
import type { ExactRecord, JsonRecord } from "../../types/kinds/json-values.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { EXACT, type JsonForm, PLAIN } from "./json-form.js";
import { readJson } from "./read-json.js";
import { DICT_DEPTH, dictType } from "./dict-type.js";
import { writeJson } from "./write-json.js";

/** Records of any shape, which is flytekit's `dict`, as far as JSON can hold them. */
export const jsonTransformer = untypedRecord<JsonRecord>(PLAIN);

/** Records of any shape with all that MessagePack can hold: nothing of a Python `dict` is lost. */
export const exactJsonTransformer = untypedRecord<ExactRecord>(EXACT);

function untypedRecord<T>(form: JsonForm): TypeTransformer<T> {
  return {
    tag: "Typed Dict",
    words: form.words,
    literalType: dictType(),
    jsonSchema: { type: "object" },
    depth: DICT_DEPTH,
    toLiteral(value) {
      const writer = new MsgpackWriter();
      writeJson(value, writer, form);
      return msgpackLiteral(writer.finish());
    },
    fromLiteral(literal) {
      throw mismatch(form.words, describeLiteral(literal));
    },
    write: (value, writer) => writeJson(value, writer, form),
    read: (reader) => readJson(reader, form) as T,
  };
}
