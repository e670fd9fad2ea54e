import { isFlytekitError } from "@flytekit-ts/core/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.js";
import { exceptions } from "./exceptions.js";
import { isTaken, prepare, remove, replay, rows } from "./replay.js";
import type { Row } from "./rows.js";
import { type At, isSame } from "./same-value.js";
import { wordsFor } from "./words-for.js";

let at: At;
beforeAll(() => void (at = prepare()));
afterAll(() => remove(at));

const ran = (row: Row): Promise<unknown> => replay(row, at, readInputs);

const usual = (taken: boolean): readonly (readonly [string, Row])[] =>
  [...rows].filter(([name, row]) => isTaken(row) === taken && !Object.hasOwn(exceptions, name));

/** The message of the error that a row ends with. */
async function refusal(row: Row): Promise<string> {
  const error: unknown = await ran(row).then(
    (taken) => ({ taken }),
    (reason: unknown) => reason,
  );
  if (isFlytekitError(error)) return error.message;
  return `not refused: ${JSON.stringify(error)}`;
}

describe("what flytekit takes", () => {
  it.each(usual(true))("%s", async (_name, row) => {
    const ours = await ran(row);
    if (!("value" in row)) return;
    expect(isSame(ours, row.value, at), `${JSON.stringify(ours)} is not ${JSON.stringify(row.value)}`).toBe(
      true,
    );
  });
});

describe("what flytekit refuses, with what would fit", () => {
  it.each(usual(false))("%s", async (_name, row) => {
    expect(await refusal(row)).toMatch(wordsFor(row));
  });
});

describe("what differs, and why", () => {
  it.each(Object.entries(exceptions))("%s", async (name, { why, becomes }) => {
    const row = rows.get(name);
    expect(why).not.toBe("");
    if (row === undefined) return expect.unreachable("there is no such row");
    if (becomes === undefined) {
      expect(isTaken(row)).toBe(true);
      expect(await refusal(row)).toMatch(wordsFor(row));
      return;
    }
    const ours = await ran(row);
    expect(ours).toEqual(becomes);
    expect(isTaken(row) && isSame(ours, row.value, at), "it is no exception any more").toBe(false);
  });
});
