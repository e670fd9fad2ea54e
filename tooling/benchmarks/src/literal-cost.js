import { decodeLiteral, toLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import { t } from "@flytekit-ts/workflow";
import { row, spreadOf } from "./measure.js";

const ROUNDS = 31;
const MANY = 10_000;

const record = {
  id: 12_345,
  name: "measurement",
  ok: true,
  ratio: 0.123_456_789,
  score: 2.5,
  tags: ["a", "b", "c"],
  counts: { red: 1, green: 2 },
  place: "Berlin",
  level: 7,
  note: "nothing to say",
};

const recordType = t.struct("Measurement", {
  id: t.int(),
  name: t.string(),
  ok: t.boolean(),
  ratio: t.float(),
  score: t.float(),
  tags: t.list(t.string()),
  counts: t.map(t.int()),
  place: t.string(),
  level: t.int(),
  note: t.optional(t.string()),
});

/** @type {readonly { name: string, type: unknown, value: unknown, times: number }[]} */
const CASES = [
  { name: "int", type: t.int(), value: 12_345, times: 20_000 },
  { name: "string", type: t.string(), value: "a string of thirty characters.", times: 20_000 },
  {
    name: "list of 10,000 floats",
    type: t.list(t.float()),
    value: Array.from({ length: MANY }, (_, i) => Math.sqrt(i) * 1.1),
    times: 3,
  },
  { name: "record of 10 fields", type: recordType, value: record, times: 2000 },
  {
    name: "list of 10,000 records",
    type: t.list(recordType),
    value: Array.from({ length: MANY }, (_, i) => ({ ...record, id: i })),
    times: 1,
  },
];

/**
 * What it costs to make a literal of a value and a value of a literal, by what `JSON.stringify` and `JSON.parse` cost
 * for the same value. Both are timed in turn, so that a slow moment of the machine hits both.
 */
export function literalCost() {
  return CASES.flatMap(({ name, type, value, times }) => {
    const runtime = resolveType(type, "a benchmark");
    const literal = toLiteral("value", value, runtime);
    const text = JSON.stringify(value);
    return [
      ...pair(
        `${name}, value to literal`,
        times,
        () => toLiteral("value", value, runtime),
        () => JSON.stringify(value),
      ),
      ...pair(
        `${name}, literal to value`,
        times,
        () => decodeLiteral(runtime.transformer, literal),
        () => JSON.parse(text),
      ),
    ];
  });
}

/**
 * @param {string} name
 * @param {number} times how often a round does each
 * @param {() => unknown} ours
 * @param {() => unknown} theirs
 */
function pair(name, times, ours, theirs) {
  const [own, ratios] = [[], []];
  for (let i = 0; i < ROUNDS + 5; i += 1) {
    const [one, other] =
      i % 2 === 0
        ? [timeOf(times, ours), timeOf(times, theirs)]
        : [timeOf(times, theirs), timeOf(times, ours)].toReversed();
    if (i < 5) continue;
    own.push(one);
    ratios.push(one / other);
  }
  return [
    row(name, spreadOf(own), { per: times }),
    row("the same by JSON", spreadOf(ratios), { unit: "x", aim: "<= 3" }),
  ];
}

/** The last result, so that no work can be left out. */
export let kept;

/**
 * Processor time: other processes on the machine may keep a round waiting for longer than it takes.
 *
 * @param {number} times
 * @param {() => unknown} work
 * @returns {number} milliseconds
 */
function timeOf(times, work) {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i += 1) kept = work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
