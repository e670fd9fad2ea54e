/**
 * Reads and writes one message type. Generated code exports one under each message's name.
 *
 * The type is structural, so a codec from another copy of this package, or one written by hand, fits too.
 */
export interface Codec<T> {
  /** The message's full name in the IDL, for example `flyteidl.core.Literal`. */
  readonly $type: string;
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}
