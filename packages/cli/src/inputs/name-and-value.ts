import { errors } from "../errors.js";

/** A name and a value, divided at the first `=`. @throws `USAGE_INVALID` */
export function nameAndValue(text: string, option: string): readonly [name: string, value: string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw errors.USAGE_INVALID({
    command: "tsflyte",
    problem: `--${option} takes NAME=VALUE, and not ${JSON.stringify(text)}`,
    advice: `Write \`--${option} NAME=VALUE\`.`,
  });
}
