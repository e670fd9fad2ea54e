import type { Readable, Writable } from "node:stream";
import type { Host } from "../../command/host.js";
import type { PackageManager } from "../../init/init-options.js";

/** Ask for the folder of a project. `undefined`: nobody wants one any more. */
export async function askFolder(host: Host): Promise<string | undefined> {
  const { isCancel, text } = await import("@clack/prompts");
  const answer = await text({
    ...terminalOf(host),
    message: "Which folder should the project be in?",
    placeholder: "garden",
    defaultValue: "garden",
  });
  return isCancel(answer) ? undefined : answer;
}

/** Ask for the package manager of a project. `undefined`: nobody wants one any more. */
export async function askPackageManager(host: Host): Promise<PackageManager | undefined> {
  const { isCancel, select } = await import("@clack/prompts");
  const names: readonly PackageManager[] = ["npm", "pnpm", "yarn"];
  const answer = await select<PackageManager>({
    ...terminalOf(host),
    message: "Which package manager do you use?",
    options: names.map((value) => ({ value })),
  });
  return isCancel(answer) ? undefined : answer;
}

/** Questions stand on standard error, so that standard output is the result alone. Only a terminal is asked. */
function terminalOf({ stdin, stderr, signal }: Host): {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
} {
  return { input: stdin as unknown as Readable, output: stderr as unknown as Writable, signal };
}
