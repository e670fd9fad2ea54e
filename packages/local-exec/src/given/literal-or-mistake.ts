import type * as idl from "@flytekit-ts/models/core";
import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";

/** What is wrong with a value, and what to do about it. */
export interface Mistake {
  readonly problem: string;
  readonly advice: string | undefined;
}

/** Whether it is a mistake rather than a literal. */
export function isMistake(result: idl.Literal | Mistake): result is Mistake {
  return "problem" in result;
}

/** A value, or the default if it is undefined, as a literal; or what is wrong with it. */
export function literalOrMistake(
  name: string,
  read: () => unknown,
  { transformer, default: fallback }: RuntimeType,
): idl.Literal | Mistake {
  try {
    const given = read();
    const value = given === undefined ? fallback?.value : given;
    if (value === undefined && fallback === undefined && !isOptional(transformer)) {
      const advice = `Give the input ${name}, or declare it with \`.default(value)\` or as \`t.optional(...)\`.`;
      return { problem: `${name} (${transformer.words}) is missing`, advice };
    }
    return transformer.toLiteral(value);
  } catch (error) {
    return mistakeOf(name, error);
  }
}

function mistakeOf(name: string, error: unknown): Mistake {
  if (coreErrors.UNION_AMBIGUOUS.is(error)) {
    const { path, ...rest } = error.params;
    const located = coreErrors.UNION_AMBIGUOUS({ path: name + path, ...rest });
    return { problem: located.text.replace(/\.$/, ""), advice: located.hint };
  }
  if (!coreErrors.VALUE_TYPE_MISMATCH.is(error))
    return { problem: `${name}: ${textOf(error)}`, advice: undefined };
  const { path, wanted, given } = error.params;
  return { problem: `${name}${path} should be ${wanted}, but was ${given}`, advice: error.hint };
}
