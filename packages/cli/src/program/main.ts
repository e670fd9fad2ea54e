import type { Action, CommandEntry } from "../command/command.js";
import { ExitCode } from "../command/exit-code.js";
import type { Host } from "../command/host.js";
import { writeHelp } from "../help/write-help.js";
import { asksForPage } from "./asks-for-page.js";
import { findCommand } from "./find-command.js";
import type { Split } from "./parse.js";
import { registry } from "./registry.js";
import { cliOf, newSession, type Session } from "./session.js";
import { split } from "./split.js";

/**
 * Run one command line: what `tsflyte` does with the arguments behind its name. Never rejects.
 *
 * It touches nothing of the process: streams, environment and folder are those of the host.
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  const session = newSession(argv, host);
  try {
    return await call(argv, session);
  } catch (error) {
    return await failed(error, session);
  }
}

async function call(argv: readonly string[], session: Session): Promise<ExitCode> {
  if (argv.some((word) => word.includes("\0"))) throw await nulInside();
  let called = await takeSplit(argv, session);
  // `tsflyte help run` is another way to write `tsflyte run --help`.
  const isHelp = called.name === "help";
  if (isHelp) called = await takeSplit(called.rest, session);
  const name = called.asksVersion ? "version" : called.name;
  const { entry, rest: words } = await findCommand(name, called.asksVersion ? [] : called.rest, session);
  if (
    entry === undefined ||
    isHelp ||
    session.globals.help === true ||
    (await asksForPage(entry.spec, words))
  ) {
    writeHelp(session, registry);
    return ExitCode.Success;
  }
  return await act(entry, words, session);
}

// No path and no program takes one, and no shell gives one.
async function nulInside(): Promise<unknown> {
  const { errors } = await import("../errors.js");
  const advice = "Leave it out: where text has to hold one, read it from a file.";
  return errors.USAGE_INVALID({ command: "tsflyte", problem: "an argument holds the character NUL", advice });
}

async function takeSplit(argv: readonly string[], session: Session): Promise<Split> {
  const called = await split(argv);
  session.globals = { ...session.globals, ...called.globals };
  return called;
}

async function act(
  { spec, load }: CommandEntry,
  words: readonly string[],
  session: Session,
): Promise<ExitCode> {
  const { parseArguments, parseOptions } = await import("./parse.js");
  const parsed = parseArguments(spec, words);
  session.globals = { ...session.globals, ...parsed.globals };
  const [action, { outputOf }, { errors }] = await Promise.all([
    load(),
    import("../terminal/output-of.js"),
    import("../errors.js"),
  ]);
  const cli = cliOf(session, { speak: outputOf, parse: parseOptions });
  // Else it would look as if the command had done what it was asked for.
  const over = session.host.onExit?.((code) =>
    cli.out.error(
      errors.COMMAND_ENDED({ why: `the code that it loaded or ran called process.exit(${code})` }),
    ),
  );
  try {
    return await (action as Action<typeof spec>)(parsed.given, cli);
  } finally {
    over?.();
  }
}

async function failed(error: unknown, session: Session): Promise<ExitCode> {
  const [{ asShown, exitCodeOf }, { outputOf }] = await Promise.all([
    import("./failures.js"),
    import("../terminal/output-of.js"),
  ]);
  const { globals, host } = session;
  const shown = asShown(error, session);
  outputOf(globals, host).error(shown);
  return exitCodeOf(shown, host.signal.aborted);
}
