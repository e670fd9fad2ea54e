import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Data } from "../../src/inputs/documents/data.js";
import { exceptions } from "./exceptions.js";
import { isTaken, prepare, remove, replay, rows } from "./replay.js";
import { type At, isSame } from "./same-value.js";

let at: At;
beforeAll(() => void (at = prepare()));
afterAll(() => remove(at));
afterEach(() => {
  vi.doUnmock("../../src/inputs/texts/numbers.js");
  vi.resetModules();
});

const folder = "../../src/inputs";

type Members = Record<string, unknown>;
type Converter = (...given: readonly never[]) => unknown;
type Plant = (original: Converter) => Converter;

const after =
  (change: (result: never) => unknown): Plant =>
  (original) =>
  (...given) => {
    const result = original(...given);
    return result === undefined ? undefined : change(result as never);
  };

// A converter, and what is wrong with it.
const PLANTED: readonly (readonly [string, string, Plant])[] = [
  ["texts/numbers.js", "intOf", after((value: bigint) => value + 1n)],
  ["texts/numbers.js", "floatOf", after((value: number) => (Number.isFinite(value) ? value * 2 : value))],
  ["texts/numbers.js", "intOf", () => (text: string) => (/^[+-]?\d+$/.test(text) ? BigInt(text) : undefined)],
  ["texts/boolean.js", "booleanOf", after((value: boolean) => !value)],
  ["texts/duration.js", "durationOf", after((micros: bigint) => micros * 60n)],
  [
    "texts/datetime.js",
    "datetimeOf",
    after((time: { micros: bigint; offset: bigint }) => ({
      ...time,
      micros: time.micros + time.offset + 1n,
    })),
  ],
  ["texts/clock-duration.js", "clockDuration", after((micros: bigint) => micros - (micros % 60_000_000n))],
  ["documents/json-text.js", "jsonText", after((text: string) => text.replaceAll(", ", ","))],
  [
    "documents/parse-json.js",
    "parseJson",
    after((read: { data?: Data }) => (Array.isArray(read.data) ? { data: read.data.toReversed() } : read)),
  ],
];

/** The rows that flytekit takes and that become something else with this converter. */
async function wrong(file: string, name: string, plant: Plant): Promise<readonly string[]> {
  vi.resetModules();
  vi.doMock(`${folder}/${file}`, async (load) => {
    const members = await load<Members>();
    return { ...members, [name]: plant(members[name] as Converter) };
  });
  const { readInputs } = await import("../../src/inputs/read-inputs.js");
  vi.doUnmock(`${folder}/${file}`);
  const found: string[] = [];
  for (const [each, row] of rows) {
    if (!isTaken(row) || Object.hasOwn(exceptions, each) || !("value" in row) || each.startsWith("t_dir"))
      continue;
    const ours: unknown = await replay(row, at, readInputs).catch(() => "refused");
    if (!isSame(ours, row.value, at)) found.push(each);
  }
  return found;
}

describe("a wrong converter", () => {
  it.each(PLANTED)("of %s (%s) is noticed", async (file, name, plant) => {
    expect(await wrong(file, name, plant)).not.toEqual([]);
  });

  it("is what is noticed: without one, nothing is", async () => {
    expect(await wrong("texts/numbers.js", "intOf", (original) => original)).toEqual([]);
  });
});
