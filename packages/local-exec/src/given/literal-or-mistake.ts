import type * as idl from "@flytekit-ts/models/core";
import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";

/** What is wrong with a value, and what to do about it. */
export interface Mistake {
  readonly problem: string;
  readonly advice: string | undefined;
}

/** A value that is stored when the run has begun, such as a file. */
export interface ToStore {
  /** Stores the value, and makes its literal. */
  store(store: ValueStore): Promise<idl.Literal | Mistake>;
}

type Converted = idl.Literal | Mistake | ToStore;

/** Whether it is a mistake rather than a literal. */
export function isMistake(result: Converted): result is Mistake {
  return "problem" in result;
}

/** Whether it has to be stored before there is a literal. */
export function isToStore(result: Converted): result is ToStore {
  return "store" in result;
}

/** A value, or the default if it is undefined, as a literal; or how it is stored; or what is wrong with it. */
export function literalOrMistake(
  name: string,
  read: () => unknown,
  { transformer, default: fallback }: RuntimeType,
): Converted {
  try {
    const given = read();
    const value = given === undefined ? fallback?.value : given;
    if (value === undefined && fallback === undefined && !isOptional(transformer)) {
      const advice = `Give the input ${name}, or declare it with \`.default(value)\` or as \`t.optional(...)\`.`;
      return { problem: `${name} (${transformer.words}) is missing`, advice };
    }
    const storing = transformer.storing?.(value);
    if (storing === undefined) return transformer.toLiteral(value);
    return {
      async store(store) {
        try {
          return transformer.toLiteral(await storing(store));
        } catch (error) {
          return mistakeOf(name, error);
        }
      },
    };
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
  if (coreErrors.VALUE_TYPE_MISMATCH.is(error)) {
    const { path, wanted, given } = error.params;
    return { problem: `${name}${path} should be ${wanted}, but was ${given}`, advice: error.hint };
  }
  if (coreErrors.VALUE_NOT_STORED.is(error)) {
    const { path, problem } = error.params;
    return { problem: `${name}${path} could not be stored: ${problem}`, advice: error.hint };
  }
  return { problem: `${name}: ${textOf(error)}`, advice: undefined };
}
