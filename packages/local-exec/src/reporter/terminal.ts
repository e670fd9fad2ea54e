/** A stream that is written to, and what it has if it is a terminal. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on?(event: "error", listener: () => void): unknown;
}

/** What a stream can show. */
export interface Abilities {
  /** Whether lines can be drawn over. */
  readonly live: boolean;
  readonly color: boolean;
  readonly unicode: boolean;
}

type Environment = { readonly [name: string]: string | undefined };

/** What a stream can show, by what it is and by what the environment says: NO_COLOR, FORCE_COLOR, TERM, CI. */
export function abilitiesOf(stream: OutputStream, env: Environment = process.env): Abilities {
  const isTerminal = stream.isTTY === true && env["TERM"] !== "dumb";
  return {
    live: isTerminal && (env["CI"] ?? "") === "",
    color: hasColor(env) ?? isTerminal,
    unicode: hasUnicode(env),
  };
}

// no-color.org: any text that is not empty. FORCE_COLOR is that of Node, and decides if both are there.
function hasColor(env: Environment): boolean | undefined {
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return (env["NO_COLOR"] ?? "") === "" ? undefined : false;
}

function hasUnicode(env: Environment): boolean {
  if (process.platform === "win32") return ["WT_SESSION", "TERM_PROGRAM"].some((name) => name in env);
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return env["TERM"] !== "linux" && !/^(?:C|POSIX)$/.test(locale) && !/\.(?!utf-?8)/i.test(locale);
}
