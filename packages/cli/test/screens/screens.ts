import type { CommandEntry, CommandGroup } from "../../src/command/command.js";
import { registry } from "../../src/program/registry.js";
import { clusterScreens } from "./lists/cluster-screens.js";
import { graphScreens } from "./lists/graph-screens.js";
import { initScreens } from "./lists/init-screens.js";
import { projectScreens } from "./lists/project-screens.js";
import { runScreens } from "./lists/run-screens.js";
import type { Screen } from "./screen.js";

/** The commands of the program, as they are typed: `execution get`. */
export const commands: readonly string[] = registry.flatMap((each) =>
  "spec" in each ? [each.spec.name] : each.commands.map(({ spec }) => `${each.name} ${spec.name}`),
);

const nameOf = (each: CommandEntry | CommandGroup): string => ("spec" in each ? each.spec.name : each.name);

const helpScreen = (command: string): Screen => ({
  name: `help-${command.replaceAll(" ", "-")}`,
  line: `tsflyte ${command} --help`,
  place: "empty",
});

/** The help pages of all commands and groups, and of the program itself. */
export const helpScreens: readonly Screen[] = [
  { name: "help", line: "tsflyte", place: "empty" },
  ...[...new Set([...registry.map(nameOf), ...commands])].map(helpScreen),
];

/** All screens that are kept. */
export const screens: readonly Screen[] = [
  ...helpScreens,
  ...projectScreens,
  ...runScreens,
  ...graphScreens,
  ...initScreens,
  ...clusterScreens,
];
