import { basename } from "node:path";

/** The code that a task of a dynamic needs too: where its archive is, and where it is unpacked. */
export interface Unpacked {
  readonly distribution: string;
  readonly destination: string;
}

const OURS = new Set(["tsflyte-execute", "tsflyte-map-execute"]);

/** The name of the command, if it is one of this package. */
export function ourCommand(command: readonly string[]): string | undefined {
  const name = basename(command[0] ?? "");
  return OURS.has(name) ? name : undefined;
}

/**
 * The command with the flags that tell a dynamic where its code is.
 *
 * Flyte's form puts them before `--resolver`. A command of ours that has none gets them behind its name, where they are
 * options whatever follows.
 */
export function childCommand(command: readonly string[], unpacked: Unpacked): readonly string[] {
  const { distribution, destination } = unpacked;
  const flags = ["--dynamic-addl-distro", distribution, "--dynamic-dest-dir", destination];
  const isOurs = ourCommand(command) !== undefined;
  // Behind `--` stand the arguments of a resolver, which may look like anything.
  const end = isOurs && command.includes("--") ? command.indexOf("--") : command.length;
  const options = command
    .slice(0, end)
    .flatMap((each) => (each === "--resolver" ? [...flags, each] : [each]));
  const rest = command.slice(end);
  if (options.length > end || !isOurs) return [...options, ...rest];
  const [name = "", ...others] = options;
  return [name, ...flags, ...others, ...rest];
}
