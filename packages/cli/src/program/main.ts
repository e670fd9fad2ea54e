import { CommanderError } from "commander";
import { asksForHelp } from "../command/asks-for-help.js";
import type { Cli } from "../command/cli.js";
import type { Action, CommandEntry, CommandGroup } from "../command/command.js";
import { ExitCode } from "../command/exit-code.js";
import type { Given } from "../command/command-spec.js";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import { helpOf } from "../help/help-of.js";
import { outputOf } from "../terminal/output-of.js";
import { parseArguments, splitArguments } from "./parse.js";
import { registry } from "./registry.js";

/**
 * Run one command line: what `tsflyte` does with the arguments behind its name. Never rejects.
 *
 * It touches nothing of the process: streams, environment and folder are those of the host.
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  const session: Session = { globals: {}, host };
  try {
    const split = splitArguments(argv);
    session.globals = split.globals;
    const found = await find(split.name, split.rest);
    if (found.entry === undefined || asksForHelp(argv.slice(0, argv.length - found.rest.length))) {
      host.stdout.write(helpOf(found.entry?.spec ?? found.group, registry, host));
      return ExitCode.Success;
    }
    return await runEntry(found.entry, found.rest, session);
  } catch (error) {
    // It may stand behind what is wrong.
    const json = session.globals.json ?? (argv.includes("--json") || undefined);
    return await failed(error, { ...session, globals: { ...session.globals, json } });
  }
}

interface Session {
  /** What of the options that every command takes is known so far. */
  globals: Partial<GlobalValues>;
  readonly host: Host;
}

interface Found {
  readonly entry?: CommandEntry | undefined;
  readonly group?: CommandGroup | undefined;
  readonly rest: readonly string[];
}

async function find(name: string | undefined, rest: readonly string[]): Promise<Found> {
  if (name === undefined) return { rest };
  const entry = registry.find((each) => nameOf(each) === name);
  if (entry === undefined) throw await unknown("tsflyte", name, registry.map(nameOf));
  if ("spec" in entry) return { entry, rest };
  const inner = splitArguments(rest);
  if (inner.name === undefined) return { group: entry, rest: [] };
  const found = entry.commands.find(({ spec }) => spec.name === inner.name);
  if (found === undefined) throw await unknown(`tsflyte ${name}`, inner.name, entry.commands.map(nameOf));
  const before = rest.slice(0, rest.length - inner.rest.length - 1);
  return { entry: found, rest: [...before, ...inner.rest] };
}

const nameOf = (each: CommandEntry | CommandGroup): string => ("spec" in each ? each.spec.name : each.name);

async function unknown(command: string, name: string, known: readonly string[]): Promise<unknown> {
  const [{ errors }, { closest }] = await Promise.all([
    import("../errors.js"),
    import("@flytekit-ts/core/graph"),
  ]);
  const near = closest(name, known);
  return errors.USAGE_INVALID({
    command,
    problem: `there is no command ${JSON.stringify(name)}`,
    advice: near === undefined ? undefined : `Did you mean \`${command} ${near}\`?`,
  });
}

async function runEntry(
  { spec, load }: CommandEntry,
  argv: readonly string[],
  session: Session,
): Promise<ExitCode> {
  if (spec.takesRest !== true && asksForHelp(argv)) {
    session.host.stdout.write(helpOf(spec, registry, session.host));
    return ExitCode.Success;
  }
  const parsed = parseArguments(spec, argv);
  session.globals = { ...session.globals, ...parsed.globals };
  const action = (await load()) as Action<typeof spec>;
  return await action(parsed.given, cliOf(session));
}

function cliOf(session: Session): Cli {
  const { host } = session;
  const globals = session.globals as GlobalValues;
  const projects = new Map<string | undefined, ReturnType<Cli["project"]>>();
  return {
    host,
    globals,
    out: outputOf(globals, host),
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
      const { given, globals: more } = parseArguments({ ...spec, arguments: {}, takesRest: false }, argv);
      session.globals = { ...session.globals, ...more };
      return { options: given.options as Given<typeof spec>["options"], cli: cliOf(session) };
    },
  };
}

async function failed(error: unknown, { globals, host }: Session): Promise<ExitCode> {
  const { asUsageError, exitCodeOf } = await import("./failures.js");
  const shown = error instanceof CommanderError ? asUsageError(error) : error;
  outputOf(globals, host).error(shown);
  return exitCodeOf(shown, host.signal.aborted);
}
