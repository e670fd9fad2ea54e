import type { CommandGroup } from "../command/command.js";
import type { Cli } from "../command/cli.js";
import type { CommandSpec, Given } from "../command/command-spec.js";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import type { outputOf } from "../terminal/output-of.js";
import type { parseOptions } from "./parse.js";

/** One command line on its way: what is known of it so far, for whoever has to say what is wrong with it. */
export interface Session {
  readonly host: Host;
  globals: Partial<GlobalValues>;
  /** As it is typed: `tsflyte`, `tsflyte execution`, `tsflyte execution get`. */
  command: string;
  group?: CommandGroup | undefined;
  spec?: CommandSpec | undefined;
}

/** A session of which only that is known which says how to speak, whatever else is wrong. */
export function newSession(argv: readonly string[], host: Host): Session {
  const end = argv.indexOf("--");
  const words = new Set(end === -1 ? argv : argv.slice(0, end));
  const color = words.has("--no-color") ? { color: false } : words.has("--color") ? { color: true } : {};
  const globals = { json: words.has("--json"), verbose: words.has("--verbose") || words.has("-v"), ...color };
  return { host, globals, command: "tsflyte" };
}

/** What is loaded for a command, and not for its help page. */
interface Parts {
  readonly speak: typeof outputOf;
  readonly parse: typeof parseOptions;
}

/** What the command of a session works with. */
export function cliOf(session: Session, parts: Parts): Cli {
  const { host } = session;
  const globals = session.globals as GlobalValues;
  const projects = new Map<string | undefined, ReturnType<Cli["project"]>>();
  return {
    host,
    globals,
    out: parts.speak(globals, host),
    project(file) {
      const known = projects.get(file);
      if (known !== undefined) return known;
      const read = import("../project/read-project.js").then(({ readProject }) =>
        readProject({ globals, host, file }),
      );
      projects.set(file, read);
      return read;
    },
    reread(spec, argv) {
      const { options, globals: more } = parts.parse(spec, argv);
      session.globals = { ...session.globals, ...more };
      return { options: options as Given<typeof spec>["options"], cli: cliOf(session, parts) };
    },
  };
}
