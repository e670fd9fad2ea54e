import { errors } from "../../errors.js";
import { readFrames, type Source } from "./read-frames.js";
import type { JournalRecord } from "./records.js";

/** One record of a journal, and the first byte after it. */
export interface Located {
  /** Undefined if this version does not know its kind: a later version has more kinds. */
  readonly record: JournalRecord | undefined;
  readonly end: number;
}

/**
 * The records of a journal, from a byte on. Returns how many bytes of a torn record are behind the last one.
 *
 * A record has its checksum, and still whoever wrote it may have been wrong: what lacks a part that readers go by is
 * damage, as bytes that changed are.
 *
 * @throws `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, after giving what is before
 */
export function* readRecords(source: Source, from = 0): Generator<Located, number, void> {
  const frames = readFrames(source, from);
  for (;;) {
    const next = frames.next();
    if (next.done === true) return next.value;
    const { payload, start, end } = next.value;
    const record = recordOf(payload);
    if (typeof record === "string")
      throw errors.JOURNAL_CORRUPT({ file: source.file, offset: start, problem: record });
    yield { record, end };
  }
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isObject: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

type Checks = Readonly<Record<string, Check>>;

const NODE: Checks = { node: isText, name: isText, entity: isText };
const ATTEMPT: Checks = { ...NODE, attempt: isNumber };

/** What readers go by, of each kind. */
const KINDS: Readonly<Record<JournalRecord["kind"], Checks>> = {
  header: { run: isText, entity: isNamed, options: isObject, versions: isObject },
  graph: { prefix: isText, graph: isObject },
  inputs: { inputs: isObject },
  resumed: { pid: isNumber },
  "run-started": { entity: isText },
  "run-succeeded": { duration: isNumber, outputs: isObject },
  "run-failed": { duration: isNumber, error: isObject },
  "node-started": { ...ATTEMPT, version: isAbsentOr(isText), inputs: isAbsentOr(isObject) },
  "node-succeeded": {
    ...ATTEMPT,
    outputs: isObject,
    version: isAbsentOr(isText),
    inputs: isAbsentOr(isObject),
  },
  "node-failed": { ...ATTEMPT, error: isObject },
  "node-waiting": { ...ATTEMPT, gate: isObject },
  "node-logged": { ...ATTEMPT, level: isText, message: isText },
  "node-skipped": NODE,
  "cache-hit": NODE,
  "cache-miss": NODE,
  "cache-warning": NODE,
};

function isNamed(value: unknown): boolean {
  const { name, kind } = Object(value) as { name?: unknown; kind?: unknown };
  return typeof name === "string" && typeof kind === "string";
}

// What is wrong with it, as a text. Undefined if its kind is not known here.
function recordOf(payload: string): JournalRecord | string | undefined {
  let record: Readonly<Record<string, unknown>>;
  try {
    record = JSON.parse(payload) as Readonly<Record<string, unknown>>;
  } catch {
    return "a record there is no JSON";
  }
  if (!isObject(record) || typeof record["kind"] !== "string") return "a record there has no kind";
  const { kind } = record;
  if (!Object.hasOwn(KINDS, kind)) return undefined;
  const checks = { at: isNumber, ...KINDS[kind as JournalRecord["kind"]] };
  for (const [field, check] of Object.entries(checks))
    if (!check(record[field])) return `the ${kind} record there has no right \`${field}\``;
  return record as unknown as JournalRecord;
}
