import { clockDuration } from "./clock-duration.js";
import { isoDuration } from "./iso-duration.js";

const THOUSANDTHS = /^(.*?)(\d+(?:\.\d+)?)\s*(?:ms|msecs?|millis|milliseconds?)\s*$/is;
const UNIT_BEFORE = /[a-z]\s*[,/]?\s*$/i;

/**
 * The microseconds that a text says: `1h30m`, `5 minutes`, `1:24` (minutes and seconds), `1 day, 2:03:04`, as flytekit reads
 * them, and also `PT5M` of ISO 8601 and `500ms`. A number alone has no unit and says nothing.
 */
export function durationOf(text: string): bigint | undefined {
  if (text.length > LONGEST) return undefined;
  return clockDuration(text) ?? isoDuration(text) ?? withThousandths(text);
}

// More is no duration, and the patterns would take time.
const LONGEST = 200;

function withThousandths(text: string): bigint | undefined {
  const [, before = "", amount = ""] = THOUSANDTHS.exec(text) ?? [];
  if (amount === "") return undefined;
  const micros = BigInt(Math.round(Number(amount) * 1000));
  const [, sign = ""] = /^\s*([+-]?)\s*$/.exec(before) ?? [];
  if (before.trim() === sign) return sign === "-" ? -micros : micros;
  const rest = clockDuration(before);
  if (rest === undefined || !UNIT_BEFORE.test(before)) return undefined;
  return before.trim().startsWith("-") ? rest - micros : rest + micros;
}
