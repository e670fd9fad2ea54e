import { resolve } from "node:path";

/** What the rows of one run are compared with. */
export interface At {
  readonly folder: string;
  readonly now: Date;
}

const ENUM: Readonly<Record<string, string>> = { "Color.RED": "red", "Color.DARK_BLUE": "dark blue" };

/** Whether what a task here received (as `shown` has it) is what that of flytekit received. */
export function isSame(ours: unknown, theirs: unknown, at: At): boolean {
  if (Array.isArray(theirs))
    return (
      Array.isArray(ours) &&
      ours.length === theirs.length &&
      theirs.every((each, i) => isSame(ours[i], each, at))
    );
  const o = partsOf(ours);
  const t = partsOf(theirs);
  if (t["$now"] !== undefined) return o["$time"] === String(atNow(t["$now"], at));
  if (t["$today"] !== undefined) return o["$time"] === String(atToday(t["$today"], at));
  if (t["$days"] !== undefined) return ours === at.now.toISOString().slice(0, 10);
  if (t["$int"] !== undefined || t["$float"] !== undefined)
    return JSON.stringify(ours) === JSON.stringify(theirs);
  if (o["$int"] !== undefined) return o["$int"] === String(theirs);
  if (o["$time"] !== undefined) return o["$time"] === String(microsOf(String(theirs)));
  if (typeof o["$uri"] === "string") return isSamePlace(o["$uri"], String(theirs), at);
  if (typeof theirs === "string") return isSameText(ours, theirs);
  if (typeof theirs !== "object" || theirs === null)
    return Object.is(ours, theirs) || (ours === 0 && theirs === 0);
  const keys = Object.keys(theirs);
  return (
    keys.length === Object.keys(o).length &&
    keys.every((key) => Object.hasOwn(o, key) && isSame(o[key], t[key], at))
  );
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isSameText(ours: unknown, theirs: string): boolean {
  const seconds = /^(-?[\d.]+)s$/.exec(theirs)?.[1];
  if (seconds !== undefined && typeof ours === "number")
    return Math.abs(ours / 1000 - Number(seconds)) < 1e-9 * Math.max(1, Math.abs(ours));
  return ours === (ENUM[theirs] ?? theirs);
}

// `+24 h` in the rows of one file, seconds in those of the other.
function atNow(given: unknown, { now }: At): bigint {
  const seconds = typeof given === "number" ? given : Number(/^[+-]?\d+/.exec(String(given))?.[0]) * 3600;
  return BigInt(now.getTime() + seconds * 1000) * 1000n;
}

function atToday(given: unknown, { now }: At): bigint {
  const day = new Date(now.toISOString().slice(0, 10)).getTime();
  return BigInt(day + (typeof given === "number" ? given * 1000 : 0)) * 1000n;
}

/** Microseconds since 1970 of a time as Python writes it. */
function microsOf(text: string): bigint {
  const [
    ,
    day = "",
    clock = "00:00:00",
    fraction = "",
    sign = "+",
    hours = "00",
    minutes = "00",
    seconds = "00",
  ] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d+))?(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?)?$/.exec(text) ??
    [];
  const offset = BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1_000_000n;
  const local = BigInt(Date.parse(`${day}T${clock}Z`)) * 1000n + BigInt(fraction.padEnd(6, "0"));
  return sign === "-" ? local + offset : local - offset;
}

// A path is absolute here. Python copies datasets of the disk into its own folder, under their names.
function isSamePlace(ours: string, theirs: string, { folder }: At): boolean {
  const copied = /^dataset\(\{DIR\}\/tmp\/\{RANDOM\}\/(.*?)\/?\)$/.exec(theirs)?.[1];
  const place = copied ?? /^\w+\((.*)\)$/.exec(theirs)?.[1] ?? "";
  return ours === (place.includes("://") ? place : resolve(folder, place));
}
