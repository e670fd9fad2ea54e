import { systemWords } from "@flytekit-ts/core/storage";
import type { Cli } from "../../command/cli.js";

/** Open a file with what the system opens such files with. Where there is nothing to, somebody is told where the file is. */
export async function openFile(file: string, { out, host }: Cli): Promise<void> {
  if (!hasDisplay(host.env)) {
    out.warn(`Open ${file} yourself: there is no display here.`);
    return;
  }
  try {
    const { default: open } = await import("open");
    const child = await open(file);
    child.on("error", () => out.warn(`Open ${file} yourself: there is no browser here.`));
  } catch (error) {
    out.warn(`Open ${file} yourself: no browser could be started (${systemWords(error, "starting")}).`);
  }
}

// Linux has a browser only where a desktop runs, or Windows around it.
function hasDisplay(env: Cli["host"]["env"]): boolean {
  if (process.platform !== "linux") return true;
  return ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].some((name) => (env[name] ?? "") !== "");
}
