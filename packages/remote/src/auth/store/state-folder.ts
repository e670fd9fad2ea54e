import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homeFolder } from "@flytekit-ts/core/storage";

/** The environment, as far as it says where programs keep their state. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs of this user keep what outlives them: `~/.local/state/flytekit-ts`, or what the system has for it. */
export function stateFolder(env: Environment = process.env, platform: string = process.platform): string {
  return join(base(env, platform), "flytekit-ts");
}

function base(env: Environment, platform: string): string {
  const { XDG_STATE_HOME: xdg, LOCALAPPDATA: local } = env;
  // The standard says that a relative path is to be ignored.
  if (xdg?.startsWith("/") === true) return xdg;
  // In a container, a user may have no home.
  const home = homeFolder(env) ?? tmpdir();
  if (platform === "win32") return local ?? join(home, "AppData", "Local");
  return platform === "darwin" ? join(home, "Library", "Application Support") : join(home, ".local", "state");
}

/** The start of the names of files about an endpoint, which may hold what no file name may. */
export function fileStem(endpoint: string): string {
  const hash = createHash("sha256").update(endpoint).digest("hex").slice(0, 12);
  return `${endpoint.replace(/[^\w.-]+/g, "_").slice(0, 80)}-${hash}`;
}
