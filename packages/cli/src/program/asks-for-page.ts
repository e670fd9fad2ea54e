import { asksForHelp } from "../command/asks-for-help.js";
import type { CommandSpec } from "../command/command-spec.js";

/**
 * Whether a command line asks for the help page of its command, before anything else is wrong with it. A command that
 * takes more than its own options answers itself where it knows more than its page.
 */
export async function asksForPage(spec: CommandSpec, argv: readonly string[]): Promise<boolean> {
  if (spec.takesRest !== true || !asksForHelp(argv)) return asksForHelp(argv);
  return (await import("./parse.js")).asksBeforeArguments(spec, argv);
}
