import { crc32 } from "node:zlib";

/** The version of the records. It is raised when a reader of the old version would misread a new one. */
export const RECORD_VERSION = 1;

/**
 * A record as a line of a journal: `<checksum> <version> <length> <payload>`, and a line feed.
 *
 * The payload is JSON, so it has no line feed in it. The length counts its bytes. The checksum is the CRC-32 of all that
 * comes after it up to the line feed, as 8 hexadecimal digits.
 */
export function toFrame(payload: string): string {
  const checked = `${RECORD_VERSION} ${Buffer.byteLength(payload)} ${payload}`;
  return `${crc32(checked).toString(16).padStart(8, "0")} ${checked}\n`;
}

/** The most bytes that a frame has besides its payload. */
export const MOST_AROUND = 8 + 1 + 1 + 1 + 12 + 1 + 1;

/**
 * Write the same into a buffer, without a text and a buffer for each record.
 *
 * @param payload of which the size in bytes is known, and for which there is room
 * @returns where the frame ends
 */
export function writeFrame(payload: string, size: number, buffer: Buffer, at: number): number {
  const checked = at + CHECKSUM + 1;
  buffer[checked - 1] = SPACE;
  buffer[checked] = ZERO + RECORD_VERSION;
  buffer[checked + 1] = SPACE;
  let end = writeDecimal(size, buffer, checked + 2);
  buffer[end] = SPACE;
  end += 1 + buffer.write(payload, end + 1, size, "utf8");
  writeHex(crc32(buffer.subarray(checked, end)), buffer, at);
  buffer[end] = LINE_FEED;
  return end + 1;
}

const CHECKSUM = 8;
const LINE_FEED = 10;
const SPACE = 32;
const ZERO = 48;
/** From a digit above nine to its letter. */
const LETTERS = 87;

// By hand: each call of `write` takes longer than these few digits.
function writeDecimal(number: number, buffer: Buffer, at: number): number {
  let end = at + 1;
  for (let rest = number; rest > 9; rest = Math.floor(rest / 10)) end += 1;
  let rest = number;
  for (let i = end - 1; i >= at; i -= 1) {
    buffer[i] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}

function writeHex(number: number, buffer: Buffer, at: number): void {
  for (let i = 0; i < CHECKSUM; i += 1) {
    const digit = (number >>> (4 * (CHECKSUM - 1 - i))) & 15;
    buffer[at + i] = digit + (digit > 9 ? LETTERS : ZERO);
  }
}

/** What is in a line of a journal: a record's payload, or what is wrong with it. */
export type Framed =
  | { readonly payload: string }
  | { readonly problem: string }
  | { readonly newerVersion: number };

const HEAD = /^([0-9a-f]{8}) (\d{1,9}) (\d{1,12}) /;
const LONGEST_HEAD = 8 + 1 + 9 + 1 + 12 + 1;

/** Read a line of a journal, given without its line feed. */
export function fromFrame(line: Buffer): Framed {
  const head = headOf(line);
  if (head === undefined) return { problem: "a record there does not begin as records do" };
  if (crc32(line.subarray(CHECKSUM + 1)) !== head.checksum)
    return { problem: "a record there does not have its checksum" };
  if (head.version > RECORD_VERSION) return { newerVersion: head.version };
  // The checksum holds for both, so whoever wrote the record was wrong.
  if (line.length !== head.size + head.length) return { problem: "a record there does not have its length" };
  return { payload: line.toString("utf8", head.size) };
}

/**
 * Whether the bytes after the last line feed of a journal are a record that was not written to its end. Otherwise all of
 * its bytes are there, and some are wrong.
 */
export function isTorn(tail: Buffer): boolean {
  const head = headOf(tail);
  return head === undefined || tail.length < head.size + head.length + 1;
}

interface Head {
  readonly checksum: number;
  readonly version: number;
  /** Of the payload, in bytes. */
  readonly length: number;
  /** Of what comes before the payload, in bytes. */
  readonly size: number;
}

function headOf(line: Buffer): Head | undefined {
  const [whole, checksum, version, length] = HEAD.exec(line.toString("latin1", 0, LONGEST_HEAD)) ?? [];
  if (whole === undefined || checksum === undefined) return undefined;
  return {
    checksum: Number.parseInt(checksum, 16),
    version: Number(version),
    length: Number(length),
    size: whole.length,
  };
}
