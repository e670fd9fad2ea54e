import * as errors from "../../errors.js";
import { MsgpackReader } from "../../literals/msgpack-reader.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { describeValue } from "../../words/describe-value.js";
import type { Choice } from "./choose-variant.js";
import { readVariant } from "./read-variant.js";
import type { Union } from "./union-of.js";
import { unchecked } from "./unchecked.js";

/**
 * Writes a value inside a record, where nothing says which variant it is. So it is read back, once for all unions in it.
 *
 * @throws `UNION_AMBIGUOUS` if several variants read it, as different values.
 */
export function writeVariant(choice: Choice, writer: MsgpackWriter, union: Union): void {
  const { variant, value } = choice;
  if (!union.confusable.has(variant)) return variant.transformer.write(value, writer);
  unchecked((isChecked) => {
    if (!isChecked) check(choice, union);
    variant.transformer.write(value, writer);
  });
}

function check({ variant, value }: Choice, union: Union): void {
  const writer = new MsgpackWriter();
  variant.transformer.write(value, writer);
  try {
    readVariant(new MsgpackReader(writer.finish()), union);
  } catch (error) {
    if (!errors.UNION_AMBIGUOUS.is(error)) throw error;
    const { path, candidates } = error.params;
    const given = path === "" ? describeValue(value) : "a value";
    throw errors.UNION_AMBIGUOUS({ path, given, candidates, form: "in-record" });
  }
}
