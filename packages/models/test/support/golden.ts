import { readFileSync } from "node:fs";

import type { JsonValue } from "../../src/entries/json.js";

/** A message as flytekit 1.16.31 writes it: its bytes in base64, and its JSON with proto field names. */
export interface GoldenMessage {
  readonly case: string;
  readonly name: string;
  readonly message: string;
  readonly json: JsonValue;
  readonly pb: string;
}

const lines = readFileSync(new URL("../golden/flytekit-messages.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");

/** Tasks, workflows and launch plans of 24 programs, and 43 kinds of value with their types; no message twice. */
export const goldenMessages: readonly GoldenMessage[] = lines.map((line): GoldenMessage => JSON.parse(line));

/** The bytes of a golden message. */
export function goldenBytes(golden: GoldenMessage): Uint8Array {
  return new Uint8Array(Buffer.from(golden.pb, "base64"));
}
