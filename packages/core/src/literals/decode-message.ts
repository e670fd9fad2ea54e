import type { Codec } from "@flytekit-ts/models";
import { errors } from "../errors.js";

/**
 * Decode a message: the one door through which bytes from elsewhere come in.
 *
 * Decoders throw native errors of many kinds for bytes that are cut off, nest without end or are of
 * another type; behind this door there is one code.
 *
 * @throws `IDL_MALFORMED` with the name of the message and what is wrong.
 */
export function decodeMessage<T>(type: string, codec: Codec<T>, bytes: Uint8Array): T {
  try {
    return codec.decode(bytes);
  } catch (cause) {
    const problem =
      typeof cause === "object" && cause !== null && "message" in cause
        ? String(cause.message)
        : String(cause);
    throw errors.IDL_MALFORMED({ type, size: bytes.length, problem }, { cause });
  }
}
