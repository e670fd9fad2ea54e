import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  environmentFrom,
  type EntityPackage,
  imagesFrom,
  loadEntities,
  packageEntities,
  type PackageSettings,
  writePackage,
} from "@flytekit-ts/runtime/package";
import type { PackageRow } from "./package-row.js";
import type { PackageTwin } from "./package-twins.js";
import { readArguments } from "./read-arguments.js";

/**
 * Package a project as its row did: our entities with the row's own files as code, written where the row wrote.
 *
 * @throws what ours refuses
 */
export async function packageProject(
  row: PackageRow,
  twin: PackageTwin,
  root: string,
): Promise<EntityPackage> {
  const given = readArguments(row.argv);
  const settings: PackageSettings = {
    ...imagesFrom(given.images),
    environment: given.environment.length === 0 ? undefined : environmentFrom(given.environment),
    ...(given.copy === "none"
      ? {}
      : {
          code: {
            root: join(root, row.cwd),
            files: given.copy === "auto" ? (twin.imported ?? []) : undefined,
            followLinks: given.followLinks,
            destination: given.destination,
          },
        }),
    resolver: PYTHON,
  };
  const named = given.packages.length === 0 ? [] : twin.modules;
  const entities = named === undefined ? twin.entities : await loadEntities(named, import.meta.dirname);
  const made = await packageEntities(entities ?? [], settings, { onWarning: () => {} });
  const path = join(root, row.cwd, given.output === "{OUT}" ? "out.tgz" : given.output);
  await writePackage(made, path, { overwrite: given.overwrite });
  if (!existsSync(path)) throw new Error("the package was not written");
  return made;
}

// The code is the row's: modules of Python, among which ours would not be found.
const PYTHON = {
  location: "@flytekit-ts/conformance#none",
  loaderArgs: () => ["python"],
  loadTask: () => Promise.reject(new Error("nothing is loaded here")),
};
