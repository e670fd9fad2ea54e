import type { Storing, TypeTransformer } from "../../types/transformer.js";

/**
 * A value of a derived type while it is a value of the base: already stored, or not yet loaded. No author sees one.
 */
export class InBase {
  readonly #value: unknown;

  // Not with instanceof, which a proxy would notice.
  static is(value: unknown): value is InBase {
    return typeof value === "object" && value !== null && #value in value;
  }

  get value(): unknown {
    return this.#value;
  }

  constructor(value: unknown) {
    this.#value = value;
  }
}

/** How a derived type is encoded and decoded. */
interface Converting<T> {
  encode(value: unknown): unknown;
  decode(value: unknown): T;
}

/** `storing` and `load` of a derived type, if its base has them: the author's functions see what is loaded. */
export function baseParts<T>(
  base: TypeTransformer,
  { encode, decode }: Converting<T>,
): Pick<TypeTransformer<T>, "storing" | "load"> {
  return {
    ...(base.storing === undefined ? {} : { storing: (value) => storingOf(value, base, encode) }),
    ...(base.load === undefined
      ? {}
      : {
          load: async (value: unknown, store) =>
            InBase.is(value) ? decode(await base.load?.(value.value, store)) : (value as T),
        }),
  };
}

function storingOf(
  value: unknown,
  base: TypeTransformer,
  encode: (value: unknown) => unknown,
): Storing | undefined {
  if (InBase.is(value)) return undefined;
  let encoded: unknown;
  try {
    encoded = encode(value);
  } catch {
    // `toLiteral` encodes it again, and its error says where the value is.
    return undefined;
  }
  const work = base.storing?.(encoded);
  return work && (async (store) => new InBase(await work(store)));
}
