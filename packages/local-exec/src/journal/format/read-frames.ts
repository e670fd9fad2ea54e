import { readSync } from "node:fs";
import { errors } from "../../errors.js";
import { fromFrame, isTorn, RECORD_VERSION } from "./frame.js";

/** One record of a journal, and where it is in the file. */
export interface Frame {
  readonly payload: string;
  readonly start: number;
  /** The first byte after it. */
  readonly end: number;
}

/** An open journal to read from. */
export interface Source {
  readonly fd: number;
  readonly file: string;
}

const CHUNK = 256 * 1024;
const LINE_FEED = 10;

/**
 * The records of a journal, from a byte on. Returns how many bytes of a torn record are behind the last one; they are
 * only looked at, because who reads a journal is not always the one who writes it.
 *
 * @throws `JOURNAL_CORRUPT` at a record that is whole and wrong, after giving those before it, `JOURNAL_TOO_NEW`
 */
export function* readFrames(source: Source, from = 0): Generator<Frame, number, void> {
  let position = from;
  let start = from;
  let rest: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const size = readSync(source.fd, chunk, 0, CHUNK, position);
    if (size === 0) break;
    position += size;
    let read = 0;
    for (;;) {
      const feed = chunk.subarray(0, size).indexOf(LINE_FEED, read);
      if (feed === -1) break;
      const last = chunk.subarray(read, feed);
      const line = rest.length === 0 ? last : Buffer.concat([...rest, last]);
      rest = [];
      read = feed + 1;
      const end = start + line.length + 1;
      yield { payload: payloadOf(line, start, source), start, end };
      start = end;
    }
    if (read < size) rest.push(chunk.subarray(read, size));
  }
  const tail = Buffer.concat(rest);
  if (tail.length === 0 || isTorn(tail)) return tail.length;
  throw corrupt(source, start, "the record there does not end where it should");
}

function payloadOf(line: Buffer, offset: number, source: Source): string {
  const framed = fromFrame(line);
  if ("payload" in framed) return framed.payload;
  if ("problem" in framed) throw corrupt(source, offset, framed.problem);
  throw errors.JOURNAL_TOO_NEW({ file: source.file, version: framed.newerVersion, known: RECORD_VERSION });
}

function corrupt({ file }: Source, offset: number, problem: string): Error {
  return errors.JOURNAL_CORRUPT({ file, offset, problem });
}
