/** What the command line of `tsflyte-fast-execute` says. */
export interface FastArguments {
  /** URI of the code archive. */
  readonly distribution?: string | undefined;
  /** The folder that the archive is unpacked into; by default the working directory. */
  readonly destination: string;
  /** The command that runs then, with its arguments. */
  readonly command: readonly string[];
}

/** What is wrong with a command line, in words. */
export interface WrongUsage {
  readonly usage: string;
}

const OPTIONS: Readonly<Record<string, "distribution" | "destination">> = {
  "--additional-distribution": "distribution",
  "--dest-dir": "destination",
};

/** Reads the arguments behind the program's name. Of an option that is given twice the last counts. */
export function readFastArguments(argv: readonly string[]): FastArguments | WrongUsage {
  const found: { distribution?: string; destination?: string } = {};
  let at = 0;
  for (; at < argv.length; at += 1) {
    const argument = argv[at] ?? "";
    if (argument === "--" || !argument.startsWith("-")) break;
    const [name = "", ...rest] = argument.split("=");
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (option === undefined) return { usage: `there is no option ${name}` };
    const value = argument.includes("=") ? rest.join("=") : argv[(at += 1)];
    if (value === undefined) return { usage: `the option ${name} needs a value` };
    found[option] = value;
  }
  const command = argv.slice(argv[at] === "--" ? at + 1 : at);
  if (command.length === 0) return { usage: "no command stands behind the options" };
  return { destination: found.destination ?? ".", distribution: found.distribution, command };
}
