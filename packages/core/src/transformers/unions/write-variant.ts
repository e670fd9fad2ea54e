import { errors } from "../../errors.js";
import { MsgpackReader } from "../../literals/msgpack-reader.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { describeValue } from "../../words/describe-value.js";
import type { Choice } from "./choose-variant.js";
import { readVariant } from "./read-variant.js";
import type { Union } from "./union-of.js";

// Whether what is written now is read back as a whole: then the unions in it need not do so themselves.
let isChecked = false;

/**
 * Writes a value inside a record, where nothing says which variant it is. So it is read back.
 *
 * @throws `UNION_AMBIGUOUS` if several variants read it, as different values.
 */
export function writeVariant(choice: Choice, writer: MsgpackWriter, union: Union): void {
  const { variant, value } = choice;
  if (!isChecked && isConfusable(choice, union)) check(choice, union);
  variant.transformer.write(value, writer);
}

function isConfusable({ variant }: Choice, { variants, kinds }: Union): boolean {
  const own = kinds.get(variant);
  return variants.some((other) => {
    const its = kinds.get(other);
    if (other === variant) return false;
    return own === undefined || its === undefined || [...own].some((kind) => its.has(kind));
  });
}

function check({ variant, value }: Choice, union: Union): void {
  const writer = new MsgpackWriter();
  isChecked = true;
  try {
    variant.transformer.write(value, writer);
  } finally {
    isChecked = false;
  }
  try {
    readVariant(new MsgpackReader(writer.finish()), union);
  } catch (error) {
    if (!errors.UNION_AMBIGUOUS.is(error)) throw error;
    const { path, candidates } = error.params;
    const given = path === "" ? describeValue(value) : "a value";
    throw errors.UNION_AMBIGUOUS({ path, given, candidates, form: "in-record" });
  }
}
