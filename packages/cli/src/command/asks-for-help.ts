/** Whether arguments ask for help before anything else is wrong with them. */
export function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes("--help") || argv.includes("-h");
}
