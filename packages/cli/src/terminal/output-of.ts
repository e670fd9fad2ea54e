import type { GlobalValues } from "../command/global-values.js";
import type { OutputStream } from "@flytekit-ts/local-exec/reporter";
import type { Host } from "../command/host.js";
import type { Output } from "../command/output.js";
import { painted, withOurColours } from "./text/colours.js";
import { failureOf } from "./failures/failure.js";
import { failureLines } from "./failures/failure-lines.js";
import { failureObject } from "./failures/failure-object.js";
import { hasColor } from "./has-color.js";
import { safeLine, safeText } from "./text/safe-text.js";
import { columnsGiven, columnsOf, screenOf } from "./screen-of.js";
import { tableLines } from "./text/table-lines.js";
import { flowed } from "./text/wrap.js";

/** How a command speaks to the host, as its options ask for. */
export function outputOf(globals: Partial<GlobalValues>, host: Host): Output {
  const { json: isJson = false, quiet: isQuiet = false, verbose: isVerbose = false, color } = globals;
  const { env, cwd, stdout, stderr } = host;
  const screen = screenOf(stderr, env, color);
  const isColoured = new Map([stdout, stderr].map((stream) => [stream, hasColor(stream, env, color)]));
  const say = (stream: OutputStream, text: string): void => {
    const shown = withOurColours(text, isColoured.get(stream) === true, safeText);
    const columns = columnsGiven(stream, env);
    const lines =
      columns === undefined ? [shown] : shown.split("\n").flatMap((line) => flowed(line, columns));
    stream.write(`${lines.join("\n")}\n`);
  };
  // Colours that the stream does not have are left out when it is written to.
  const paint: Output["paint"] = (how, text) =>
    [...isColoured.values()].includes(true) ? painted(how, text) : text;
  const print = (text: string): void => void (isJson || say(stdout, text));
  const object: Output["object"] = (value) => void (isJson && stdout.write(`${JSON.stringify(value)}\n`));
  return {
    isJson,
    isQuiet,
    isVerbose,
    canAsk: !isJson && screen.live && host.stdin.isTTY === true,
    width: columnsOf(stdout, env),
    screen,
    paint,
    print,
    write: (text) => void (isJson || stdout.write(text)),
    object,
    table(columns, rows) {
      const titles = columns.map((column) => ({
        ...column,
        title: column.title === "" ? "" : paint("bold", column.title.toUpperCase()),
      }));
      const cells = rows.map((row) => row.map((cell) => withOurColours(cell, true, safeLine)));
      for (const line of tableLines(titles, cells, columnsGiven(stdout, env))) print(line);
    },
    note: (text) => void (isJson || isQuiet || say(stderr, text)),
    warn: (text) => say(stderr, text),
    error(error) {
      const failure = failureOf(error);
      if (isJson) return object(failureObject(failure));
      const columns = columnsGiven(stderr, env);
      const style = { paint, cwd, unicode: screen.unicode, columns, verbose: isVerbose };
      say(stderr, failureLines(failure, style).join("\n"));
    },
  };
}
