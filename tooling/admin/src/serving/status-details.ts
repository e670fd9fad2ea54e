import { Any } from "@flytekit-ts/models/google";
import type { Refusal } from "./refusal.js";

/** The header in which a server sends what a status has besides its code and text. */
export const STATUS_DETAILS = "grpc-status-details-bin";

/** A `google.rpc.Status`, which is no part of the IDL: code (1), message (2), details (3). */
export function encodeStatus({ code, message, details }: Refusal): Buffer {
  return Buffer.concat([
    Buffer.from([0x08, code]),
    field(0x12, Buffer.from(message, "utf8")),
    ...details.map((detail) => field(0x1a, Any.encode({ ...detail }).finish())),
  ]);
}

function field(tag: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag]), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return Buffer.from(bytes);
}
