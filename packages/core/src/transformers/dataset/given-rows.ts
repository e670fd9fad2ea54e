import * as errors from "../../errors.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { textOf } from "../../errors/text-of.js";
import type { DatasetRows } from "../../types/dataset-format.js";
import { isTakenAgain } from "../blobs/stream-of.js";

const READ_BEFORE = {
  path: "",
  problem: "the rows were given for another dataset before, and can be read only once.",
  advice: "Give each dataset a generator of its own, or an array, or the dataset that was made of the rows.",
};

/**
 * The rows that an author gave, whose own errors say what they are.
 *
 * @throws `VALUE_NOT_STORED` if they were read before: what can be read only once would be an empty dataset.
 */
export function givenRows(rows: DatasetRows): DatasetRows {
  if (Array.isArray(rows)) return rows;
  if (isTakenAgain(rows)) throw errors.VALUE_NOT_STORED(READ_BEFORE);
  return Symbol.asyncIterator in rows ? awaited(rows) : plain(rows);
}

function* plain(rows: Iterable<unknown>): Generator<unknown, undefined> {
  try {
    yield* rows;
  } catch (cause) {
    throw failed(cause);
  }
}

async function* awaited(rows: AsyncIterable<unknown>): AsyncGenerator<unknown, undefined> {
  try {
    yield* rows;
  } catch (cause) {
    throw failed(cause);
  }
}

function failed(cause: unknown): Error {
  const problem = `the rows that were given failed: ${textOf(cause).replace(/\.$/, "")}.`;
  return errors.VALUE_NOT_STORED({ path: "", problem }, { cause });
}

/** Works on a dataset that was given, so that its errors are those of a value and get its place. */
export async function guardedRows<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (errors.VALUE_NOT_STORED.is(cause) || errors.VALUE_TYPE_MISMATCH.is(cause)) throw cause;
    // A storage of somebody else may throw anything.
    const problem = `${textOf(cause).replace(/\.$/, "")}.`;
    const advice = isFlytekitError(cause) ? cause.hint : undefined;
    throw errors.VALUE_NOT_STORED({ path: "", problem, advice }, { cause });
  }
}
