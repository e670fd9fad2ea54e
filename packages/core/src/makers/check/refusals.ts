import type * as idl from "@flytekit-ts/models/core";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import * as errors from "../../errors.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { decodeLiteral } from "../../types/decode-literal.js";
import { isOptional } from "../../types/is-optional.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { type Faults, inWords } from "./faults.js";
import { foreignLiterals } from "./foreign-literals.js";
import { junk } from "./junk.js";
import type { Equal } from "./sample-faults.js";

const THROW =
  "Throw `refused(value, words)` for a value that is not of the type, before anything else is done with it.";
const TAKE = "Refuse it with `refused(value, words)`, or keep all of it.";

/** Reports what the type makes of values that it does not have. */
export function checkJunk(type: TypeTransformer, equal: Equal, faults: Faults): void {
  for (const [words, value] of junk()) {
    const literal = outcomeOf(() => type.toLiteral(value));
    if ("error" in literal) reportError(literal.error, `\`toLiteral\` of ${words}`, faults);
    else checkTaken(type, { words, value, literal: literal.value }, { equal, faults });
    const written = outcomeOf(() => type.write(value, new MsgpackWriter()));
    if ("error" in written) reportError(written.error, `\`write\` of ${words}`, faults);
    const prepared = outcomeOf(() => type.storing?.(value));
    if ("error" in prepared)
      faults.add(
        `\`storing\` of ${words} throws ${inWords(prepared.error)}`,
        "Return undefined: `toLiteral` refuses the value, and says where it is.",
      );
  }
}

interface Taken {
  readonly words: string;
  readonly value: unknown;
  readonly literal: idl.Literal;
}

function checkTaken(
  type: TypeTransformer,
  { words, value, literal }: Taken,
  { equal, faults }: { readonly equal: Equal; readonly faults: Faults },
): void {
  if ((value === null || value === undefined) && isOptional(type)) return;
  // What is completed later is compared with the samples alone.
  if (type.load !== undefined) return;
  const decoded = outcomeOf(() => decodeLiteral(type, literal));
  if ("error" in decoded)
    faults.add(`\`toLiteral\` takes ${words}, and \`fromLiteral\` does not: ${inWords(decoded.error)}`, TAKE);
  else if (!equal(decoded.value, value))
    faults.add(`\`toLiteral\` takes ${words}, and \`fromLiteral\` gives something else`, TAKE);
}

function reportError(error: unknown, what: string, faults: Faults): void {
  if (errors.VALUE_TYPE_MISMATCH.is(error)) return;
  // A function that is wrong for every value, such as one that is asynchronous: the samples have told it.
  if (isFlytekitError(error) && faults.all.some(({ what }) => what.endsWith(inWords(error)))) return;
  faults.add(`${what} throws ${inWords(error)}`, THROW);
}

/** Reports what the type makes of literals that others have written. */
export function checkForeign(type: TypeTransformer, faults: Faults): void {
  for (const [words, literal] of foreignLiterals(type.literalType)) {
    const decoded = outcomeOf(() => decodeLiteral(type, literal));
    if (!("error" in decoded) || (isFlytekitError(decoded.error) && REFUSALS.has(decoded.error.code)))
      continue;
    faults.add(
      `reading ${words} throws ${inWords(decoded.error)}`,
      "Throw `mismatch(words, describeLiteral(literal))`, or `mismatch(words, describeToken(token))` in `read`.",
    );
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  errors.VALUE_TYPE_MISMATCH.code,
  errors.MSGPACK_MALFORMED.code,
  "UNION_AMBIGUOUS",
]);

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function outcomeOf<T>(act: () => T): Outcome<T> {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}
