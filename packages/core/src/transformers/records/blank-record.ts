import type { RecordField } from "./record-field.js";

// More fields are rare, and copying them is not faster.
const MOST = 64;

/**
 * A record of these fields without values, to copy for each record that is read. It has room for all fields from the
 * start: an object that gets them one by one is moved several times, and takes up more memory.
 */
export function blankRecord(fields: readonly RecordField[]): Readonly<Record<string, unknown>> {
  if (fields.length > MOST) return {};
  // The engine lays out what it parses for exactly these fields, which it does for no other object that is made here.
  const entries = fields.map(({ key }) => `${JSON.stringify(key)}:null`);
  return JSON.parse(`{${entries.join()}}`) as Record<string, unknown>;
}
