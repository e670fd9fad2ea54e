/** Opens a page in the person's browser. False where there is none, such as on a machine without a display. */
export async function openBrowser(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (!hasDisplay(env, process.platform)) return false;
  try {
    const { default: open } = await import("open");
    await open(url);
    return true;
  } catch {
    // The address is printed instead.
    return false;
  }
}

/** Whether a browser could be seen. Linux has one only where a desktop runs, or Windows around it. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (platform !== "linux") return true;
  return ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].some((name) => (env[name] ?? "") !== "");
}
