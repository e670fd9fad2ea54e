import { isDeepStrictEqual } from "node:util";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";

/** A literal, and values that may be the one that it is made of. */
export interface Fits {
  readonly plain: readonly unknown[];
  readonly literal?: idl.Literal | undefined;
}

/**
 * The value for which a type makes a literal; undefined if it makes it for none.
 *
 * Types of authors, such as those that `deriveType` makes, take values of their own. So the literal is made first, and the value is
 * the one that becomes it again.
 */
export function fitting(
  transformer: TypeTransformer,
  { plain, literal }: Fits,
): { readonly value: unknown } | { readonly error: unknown } {
  const accepted: unknown[] = [];
  let first: unknown;
  const candidates = [
    ...plain.map((value) => (): unknown => value),
    ...(literal === undefined ? [] : [(): unknown => decodeLiteral(transformer, literal)]),
  ];
  for (const candidate of candidates) {
    try {
      const value = candidate();
      const made = transformer.toLiteral(value);
      if (literal === undefined || isDeepStrictEqual(made.value, literal.value)) return { value };
      accepted.push(value);
    } catch (error) {
      // Whatever an author's type throws, it takes no such value.
      first ??= error;
    }
  }
  return accepted.length > 0 ? { value: accepted[0] } : { error: first };
}

/** What core says of a value that a type refuses, as a clause. */
export function problemOf(error: unknown): string {
  if (!isFlytekitError(error)) return "the type refuses it";
  return error.text.replace(/\.$/, "").replace(/^The value /, "it ");
}
