import type { OutputStream } from "@flytekit-ts/local-exec/reporter";
import type { Host } from "../command/host.js";
import type { Screen } from "../command/output.js";
import { hasColor, isCapable } from "./has-color.js";

/** What a stream can show, by what it is and by what the environment says. */
export function screenOf(stream: OutputStream, env: Host["env"], color: boolean | undefined): Screen {
  return {
    live: isCapable(stream, env) && (env["CI"] ?? "") === "",
    color: hasColor(stream, env, color),
    unicode: hasUnicode(env),
  };
}

/** The columns that text is written for: as COLUMNS says, else those of the terminal, else 80. */
export function columnsOf(stream: OutputStream, env: Host["env"]): number {
  return columnsGiven(stream, env) ?? 80;
}

/** The columns that text has to fit: none where it goes to a file or a program. */
export function columnsGiven(stream: OutputStream, env: Host["env"]): number | undefined {
  const said = Number(env["COLUMNS"]);
  if (Number.isInteger(said) && said > 0) return said;
  return stream.isTTY === true && (stream.columns ?? 0) > 0 ? stream.columns : undefined;
}

function hasUnicode(env: Host["env"]): boolean {
  if (process.platform === "win32") return ["WT_SESSION", "TERM_PROGRAM"].some((name) => name in env);
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return env["TERM"] !== "linux" && !/^(?:C|POSIX)$/.test(locale) && !/\.(?!utf-?8)/i.test(locale);
}
