import type { Codec } from "@flytekit-ts/models";
import * as errors from "../errors.js";

/**
 * Decode a message from bytes of another program. Messages are decoded only through this function.
 *
 * For bytes that are cut off, too deeply nested or of another type, decoders throw native errors of many kinds.
 * This function turns them into one error code.
 *
 * @throws `IDL_MALFORMED` with the name of the message and the problem.
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
