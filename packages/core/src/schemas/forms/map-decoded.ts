import type { TypeTransformer } from "../../types/transformer.js";

/** A transformer whose decoded values are converted once more. */
export function mapDecoded<T>(
  transformer: TypeTransformer<T>,
  convert: (value: T) => unknown,
): TypeTransformer {
  // Not a spread: the words of a record that contains itself are known only once it is made.
  const copy = Object.defineProperties(
    {},
    Object.getOwnPropertyDescriptors(transformer),
  ) as TypeTransformer<T>;
  return Object.defineProperties<TypeTransformer>(copy, {
    fromLiteral: {
      value: (literal: Parameters<TypeTransformer["fromLiteral"]>[0]) =>
        convert(transformer.fromLiteral(literal)),
    },
    read: { value: (reader: Parameters<TypeTransformer["read"]>[0]) => convert(transformer.read(reader)) },
  });
}
