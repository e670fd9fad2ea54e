import type { FlytekitError } from "@flytekit-ts/core/errors";

/** What the functions that hints of `@flytekit-ts/remote` name are on a command line. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["execution.recover()", "recover"],
  ["execution.relaunch()", "relaunch"],
  ["execution.signals()", "signal"],
  ["execution.nodes()", "get"],
  ["execution.wait()", "watch"],
];

/** What to do about errors whose own hint is for code that calls functions. */
const OF_CODES: Readonly<Record<string, string>> = {
  PACKAGE_EXISTS: "Choose another path with `--output`, or let it be replaced with `--force`.",
  RUN_NOT_FOUND: "`tsflyte runs list` lists the runs that are kept, the newest first.",
  SETTINGS_INVALID:
    "It is from a flag, the environment or flyte.config.ts: `tsflyte info` says from which of them.",
};

/** The hint of an error for somebody at a shell: with commands where it names functions of ours. */
export function hintForShells({ code, hint, params }: FlytekitError): string | undefined {
  if (Object.hasOwn(OF_CODES, code)) return OF_CODES[code];
  if (hint === undefined) return undefined;
  const name = nameOf(params);
  return COMMANDS.reduce(
    (text, [called, command]) => text.replaceAll(`\`${called}\``, `\`tsflyte execution ${command} ${name}\``),
    hint,
  );
}

function nameOf(params: unknown): string {
  const { execution } = Object(params) as { readonly execution?: unknown };
  return typeof execution === "string" ? (execution.split("/").at(-1) ?? execution) : "EXECUTION";
}
