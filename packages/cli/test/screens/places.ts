import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, PROGRAM } from "../support/a-project.js";

const TEMPLATE = fileURLToPath(new URL("../../template/", import.meta.url));
const PROJECTS = fileURLToPath(new URL("projects/", import.meta.url));

/** Where a line is typed. */
export interface Place {
  /** The folder that holds the project, the programs and the home of who types. */
  readonly folder: string;
  readonly cwd: string;
  env: Readonly<Record<string, string>>;
}

/** Makes places, each with a project of its own, under one folder that is removed at the end. */
export function placesIn(): { readonly make: (project: string) => Place; readonly remove: () => void } {
  // Paths are to be seen on screens: they are as long in each run.
  const parent = mkdtempSync("/tmp/screens-");
  let count = 0;
  return {
    make(project) {
      count++;
      const folder = join(parent, String(count).padStart(3, "0"));
      const [cwd, bin, home] = [join(folder, "garden"), join(folder, "bin"), join(folder, "home")];
      for (const each of [cwd, bin, home]) mkdirSync(each, { recursive: true });
      cpSync(join(PROJECTS, project), cwd, { recursive: true });
      // No compiler or formatter is to stumble over it here.
      if (project === "faulty") renameSync(join(cwd, "src/syntax.txt"), join(cwd, "src/syntax.ts"));
      if (project === "garden") copyTemplate(cwd);
      install(cwd);
      writeFileSync(join(bin, "tsflyte"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
        mode: 0o755,
      });
      const path = [bin, join(process.execPath, ".."), "/usr/bin", "/bin"].join(":");
      return { folder, cwd, env: { PATH: path, HOME: home, LANG: "C.UTF-8", TZ: "UTC" } };
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** The files of a project as `tsflyte init` makes them. */
function copyTemplate(cwd: string): void {
  cpSync(join(TEMPLATE, "src/workflows.ts"), join(cwd, "src/workflows.ts"));
  const config = readFileSync(join(TEMPLATE, "flyte.config.ts"), "utf8");
  writeFileSync(join(cwd, "flyte.config.ts"), config.replaceAll("$image$", "garden"));
  writeFileSync(join(cwd, "package.json"), '{ "name": "garden", "private": true, "type": "module" }\n');
}
