import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { styleText } from "node:util";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import type { Output } from "../command/output.js";

/** How a command speaks to the host, as its options ask for. */
export function outputOf(globals: Partial<GlobalValues>, { env, stdin, stdout, stderr }: Host): Output {
  const { json: isJson = false, quiet: isQuiet = false, verbose: isVerbose = false } = globals;
  const hasColor = globals.color ?? (stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "");
  const print = (text: string): void => void (isJson || stdout.write(`${text}\n`));
  const object: Output["object"] = (value) => void (isJson && stdout.write(`${JSON.stringify(value)}\n`));
  return {
    isJson,
    isQuiet,
    isVerbose,
    canAsk: !isJson && stdin.isTTY === true && stderr.isTTY === true,
    width: stdout.columns ?? 80,
    paint: (how, text) => (hasColor ? styleText(how, text) : text),
    print,
    object,
    table(columns, rows) {
      const all = [columns.map(({ title }) => title), ...rows];
      const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
      for (const row of all)
        print(
          row
            .map((cell, index) => cell.padEnd(widths[index] ?? 0))
            .join("  ")
            .trimEnd(),
        );
    },
    note: (text) => void (isJson || isQuiet || stderr.write(`${text}\n`)),
    warn: (text) => void stderr.write(`${text}\n`),
    error(error) {
      const code = isFlytekitError(error) ? error.code : "UNEXPECTED";
      const message = isFlytekitError(error) ? error.text : textOf(error);
      const hint = isFlytekitError(error) ? error.hint : undefined;
      if (isJson) return object({ kind: "error", code, message, hint });
      stderr.write(`[${code}] ${message}\n${hint === undefined ? "" : `  hint: ${hint}\n`}`);
    },
  };
}
