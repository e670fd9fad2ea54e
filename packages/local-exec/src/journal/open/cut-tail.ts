import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import type { ResumedRecord } from "../format/records.js";
import type { Replayed } from "../past/past-run.js";

type Cut = Pick<ResumedRecord, "cut">;

/**
 * Cut off what is behind the last whole record: a torn record, or what is behind `cutAt`, which is kept in a file of its
 * own, because there may be whole records in it. Only who has the lock may do so.
 *
 * @throws `OPTION_INVALID` if `cutAt` is not where a record begins
 */
export function cutTail(file: string, { end, torn }: Replayed, cutAt: number | undefined): Cut {
  if (cutAt !== undefined && cutAt !== end) {
    const given = describeValue(cutAt);
    const advice = `The nearest is ${end}. The error JOURNAL_CORRUPT says which it has to be.`;
    const at = "the resumed run";
    throw coreErrors.OPTION_INVALID({
      at,
      option: "cutAt",
      wanted: "where a record begins",
      given,
      inWords: given,
      advice,
    });
  }
  if (cutAt === undefined && torn === 0) return {};
  const fd = openSync(file, "r+");
  try {
    const bytes = fstatSync(fd).size - end;
    if (bytes <= 0) return {};
    const movedTo = cutAt === undefined ? undefined : moved(fd, file, end);
    ftruncateSync(fd, end);
    return { cut: { at: end, bytes, ...(movedTo === undefined ? {} : { movedTo }) } };
  } finally {
    closeSync(fd);
  }
}

function moved(fd: number, file: string, end: number): string {
  const rest = Buffer.alloc(fstatSync(fd).size - end);
  const size = readSync(fd, rest, 0, rest.length, end);
  const name = `cut-${end}-${Date.now()}`;
  writeFileSync(join(dirname(file), name), rest.subarray(0, size), { flag: "wx", mode: 0o600, flush: true });
  return name;
}
