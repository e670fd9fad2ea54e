import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "../../init/run-quietly.js";
import { ok, problem, skipped, warning } from "../finding.js";
import { findUpwards } from "../../project/find-upwards.js";
import { LOCKFILES } from "../../project/lockfiles.js";
import type { Check } from "../patient.js";

/** Whether the package manager that wrote the lockfile is here, and is the only one. */
export const packageManager: Check = {
  name: "package manager",
  examine: async ({ folder, signal }) => {
    if (!existsSync(join(folder, "package.json"))) return skipped("there is no package.json here");
    // In a workspace it is above.
    const nearest = findUpwards(folder, Object.keys(LOCKFILES));
    if (nearest === undefined)
      return warning(
        "there is no lockfile",
        "Install the packages and commit the lockfile: an image installs what it says.",
      );
    const root = dirname(nearest);
    const names = new Set(
      Object.entries(LOCKFILES).flatMap(([file, name]) => (existsSync(join(root, file)) ? [name] : [])),
    );
    if (names.size > 1)
      return warning(
        `${root} has lockfiles of ${[...names].join(" and ")}`,
        "Keep one of them, and delete the others.",
      );
    const [name = "npm"] = names;
    const pinned = pinnedIn(root);
    if (pinned !== undefined && pinned !== name)
      return warning(
        `package.json asks for ${pinned}, but the lockfile is ${name}'s`,
        `Install with ${pinned}, and delete the lockfile of ${name}.`,
      );
    const { code, said } = await runQuietly(name, ["--version"], { cwd: root, signal });
    return code === 0
      ? ok(`${name} ${said}`)
      : problem(
          `the lockfile is ${name}'s, which is not here`,
          `Install ${name}: \`npm install --global ${name}\`.`,
        );
  },
};

function pinnedIn(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, "package.json"), "utf8");
    const { packageManager } = JSON.parse(text) as { readonly packageManager?: string };
    return packageManager?.split("@")[0];
  } catch {
    return undefined;
  }
}
