import { closest } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";
import { datetimeOf } from "../../inputs/texts/datetime.js";
import { durationOf } from "../../inputs/texts/duration.js";

const STATES = ["succeeded", "failed", "running", "interrupted", "unreadable"];

/**
 * The value that a condition compares a field with: a state as it is written, a time as ISO 8601, a duration in milliseconds, and
 * of other fields any text.
 *
 * @throws `USAGE_INVALID` for a value that no run can have, which would only give an empty list
 */
export function comparedValue(field: string, value: string): string {
  switch (field) {
    case "state":
      return stateGiven(value);
    case "started":
    case "ended":
      return timeGiven(field, value);
    case "duration":
      return durationGiven(value);
    default:
      return value;
  }
}

function stateGiven(value: string): string {
  if (STATES.includes(value)) return value;
  const near = closest(value, STATES);
  const all = `A run is ${STATES.join(", ")}.`;
  throw refused(
    `no run has the state ${JSON.stringify(value)}`,
    near === undefined ? all : `Did you mean ${near}? ${all}`,
  );
}

function timeGiven(field: string, value: string): string {
  const found = datetimeOf(value.trim(), new Date());
  if (found !== undefined) return new Date(Number(found.micros / 1000n)).toISOString();
  const advice = "Write a time such as 2026-05-01, 2026-05-01T08:00:00Z, `today` or `now - 1 day`.";
  throw refused(`${field} is compared with ${JSON.stringify(value)}, which is no time`, advice);
}

function durationGiven(value: string): string {
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return value.trim();
  const found = durationOf(value.trim());
  if (found !== undefined) return String(Number(found) / 1000);
  const advice = "Write a duration such as `500ms`, `10s` or `1h30m`; a number alone is in milliseconds.";
  throw refused(`duration is compared with ${JSON.stringify(value)}, which is no duration`, advice);
}

function refused(what: string, advice: string): Error {
  return errors.USAGE_INVALID({ command: "tsflyte runs list", problem: `in --where, ${what}`, advice });
}
