import type { TypeTransformer } from "../../types/transformer.js";

/** A transformer whose decoded values are converted once more. */
export function mapDecoded<T>(
  transformer: TypeTransformer<T>,
  convert: (value: T) => unknown,
): TypeTransformer {
  return {
    ...transformer,
    fromLiteral: (literal) => convert(transformer.fromLiteral(literal)),
    read: (reader) => convert(transformer.read(reader)),
  };
}
