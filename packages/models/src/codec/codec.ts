/**
 * What generated code exports under each message's name, as far as it reads and writes.
 *
 * Structural, so that a codec of another copy of this package, or one written by hand, fits too.
 */
export interface Codec<T> {
  /** The message's full name in the IDL, for example `flyteidl.core.Literal`. */
  readonly $type: string;
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}
