import type { FlytekitError } from "@flytekit-ts/core/errors";

/** What the functions that hints of `@flytekit-ts/remote` name are on a command line. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["execution.recover()", "recover"],
  ["execution.relaunch()", "relaunch"],
  ["execution.signals()", "signal"],
  ["execution.nodes()", "get"],
  ["execution.wait()", "watch"],
];

/** The hint of an error for somebody at a shell: with commands where it names functions of ours. */
export function hintForShells({ hint, params }: FlytekitError): string | undefined {
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
