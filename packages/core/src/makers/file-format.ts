import * as errors from "../errors.js";
import { alphabets } from "../words/alphabets.js";
import { describeValue, quoteValue } from "../words/describe-value.js";

// As a part of a name: `csv`, `tar.gz`, `python_pickle`.
const FORMAT = (): RegExp => alphabets`^[\p{L}\p{N}_+-]+(\.[\p{L}\p{N}_+-]+)*$`;

/** A format as Flyte writes it: an extension, without the dot. @throws `OPTION_INVALID` */
export function formatOf(given: unknown, maker: string): string {
  if (given === undefined || given === "") return "";
  const format = typeof given === "string" ? given.trim().replace(/^~*\.*/, "") : "";
  if (typeof given === "string" && FORMAT().test(format)) return format;
  throw errors.OPTION_INVALID({
    at: `t.${maker}`,
    option: "format",
    wanted: 'an extension such as "csv"',
    given,
    inWords: typeof given === "string" ? quoteValue(given) : describeValue(given),
    advice: `Name the extension, as in \`t.${maker}("csv")\`, or leave it out: \`t.${maker}()\`.`,
  });
}
