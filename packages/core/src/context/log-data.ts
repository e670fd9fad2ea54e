import { isNativeError } from "node:util/types";
import { textOf } from "../errors/text-of.js";
import { describeValue, digits } from "../words/describe-value.js";
import { isList, isPlainObject, setOwn } from "../words/plain-object.js";

/** What a logged value becomes: data that JSON holds as it is. */
export type LogData =
  | string
  | number
  | boolean
  | null
  | readonly LogData[]
  | { readonly [name: string]: LogData };

/** The fields of a message as data. */
export interface LoggedFields {
  readonly [name: string]: LogData;
}

/** How many lists and objects inside each other are kept. */
const DEEPEST = 6;
/** How many values are kept in all. */
const MOST_VALUES = 1_000;

/** A message as text. Callers without types may log anything. */
export function logText(message: unknown): string {
  return typeof message === "string" ? message : textOf(message);
}

/**
 * The fields of a message as data, cut where they are deep or many; undefined if there are none.
 *
 * It never throws and always ends, whatever the values do when they are read.
 */
export function logFields(fields: unknown): LoggedFields | undefined {
  if (fields === undefined || fields === null) return undefined;
  if (!isPlainObject(fields)) return { value: dataOf(fields, 1, { left: MOST_VALUES }) };
  const data = entriesOf(fields, 0, { left: MOST_VALUES });
  return Object.keys(data).length === 0 ? undefined : data;
}

interface Room {
  left: number;
}

function dataOf(value: unknown, depth: number, room: Room): LogData {
  room.left -= 1;
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
      return digits(value);
    case "object":
      return value === null ? null : objectData(value, depth, room);
    default:
      return describeValue(value);
  }
}

function objectData(value: object, depth: number, room: Room): LogData {
  try {
    if (isList(value)) return depth >= DEEPEST ? "[...]" : itemsOf(value, depth, room);
    if (isPlainObject(value)) return depth >= DEEPEST ? "{...}" : entriesOf(value, depth, room);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
    if (value instanceof URL) return value.href;
    return isNativeError(value) ? textOf(value) : describeValue(value);
  } catch {
    return "a value that cannot be read";
  }
}

function itemsOf(items: readonly unknown[], depth: number, room: Room): LogData[] {
  const data: LogData[] = [];
  for (const item of items) {
    if (room.left <= 0) {
      data.push("...");
      break;
    }
    data.push(item === undefined ? null : dataOf(item, depth + 1, room));
  }
  return data;
}

function entriesOf(value: Record<string, unknown>, depth: number, room: Room): LoggedFields {
  const data: Record<string, LogData> = {};
  for (const name of keysOf(value)) {
    if (room.left <= 0) {
      setOwn<LogData>(data, "...", "...");
      break;
    }
    const field = read(value, name);
    if (field !== undefined) setOwn(data, name, dataOf(field, depth + 1, room));
  }
  return data;
}

function keysOf(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

// A getter may throw.
function read(value: Record<string, unknown>, name: string): unknown {
  try {
    return value[name];
  } catch {
    return "a value that cannot be read";
  }
}
