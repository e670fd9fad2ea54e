import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandEntry, CommandGroup } from "../command/command.js";
import { registry } from "./registry.js";
import type { Session } from "./session.js";
import { split } from "./split.js";

/** What a command line calls: a command, a group without one of its commands, or nothing. */
export interface Called {
  readonly entry?: CommandEntry | undefined;
  /** What follows the name of the command. */
  readonly rest: readonly string[];
}

/**
 * The command that is called, by its name or by the names of a group and of a command in it.
 *
 * @throws a `CommanderError`, `USAGE_INVALID`
 */
export async function findCommand(
  name: string | undefined,
  rest: readonly string[],
  session: Session,
): Promise<Called> {
  if (name === undefined) return { rest };
  const entry = registry.find((each) => nameOf(each) === name);
  if (entry === undefined) throw await unknownCommand(name, rest, session);
  session.command += ` ${name}`;
  if ("spec" in entry) return called(entry, rest, session);
  session.group = entry;
  const inner = await split(rest);
  session.globals = { ...session.globals, ...inner.globals };
  if (inner.name === undefined) return { rest: inner.rest };
  const found = entry.commands.find(({ spec }) => spec.name === inner.name);
  if (found === undefined) throw await unknownCommand(inner.name, inner.rest, session);
  session.command += ` ${inner.name}`;
  return called(found, inner.rest, session);
}

function called(entry: CommandEntry, rest: readonly string[], session: Session): Called {
  session.spec = entry.spec;
  return { entry, rest };
}

const nameOf = (each: CommandEntry | CommandGroup): string => ("spec" in each ? each.spec.name : each.name);

async function unknownCommand(name: string, rest: readonly string[], session: Session): Promise<unknown> {
  const [{ errors }, { closest }] = await Promise.all([
    import("../errors.js"),
    import("@flytekit-ts/core/graph"),
  ]);
  const { command, group, host } = session;
  const known = (group?.commands ?? registry).map(nameOf);
  const near = closest(name, known);
  const shown = JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
  const inRegistry = group === undefined ? inGroups(name) : [];
  return errors.USAGE_INVALID({
    command,
    problem: `there is no command ${shown}`,
    advice:
      isFile(host.cwd, name) && group === undefined
        ? `To run what a file exports: \`tsflyte run ${[name, ...rest].join(" ")}\`.`
        : near !== undefined
          ? `Did you mean \`${command} ${near}\`?`
          : inRegistry[0] === undefined
            ? undefined
            : `Did you mean \`${inRegistry.join("` or `")}\`?`,
  });
}

function inGroups(name: string): readonly string[] {
  return registry.flatMap((each) =>
    "commands" in each && each.commands.some(({ spec }) => spec.name === name)
      ? [`tsflyte ${each.name} ${name}`]
      : [],
  );
}

function isFile(cwd: string, name: string): boolean {
  return /[./\\]/.test(name) && existsSync(resolve(cwd, name));
}
