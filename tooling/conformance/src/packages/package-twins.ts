import { extname } from "node:path";
import type { Entity } from "@flytekit-ts/workflow";
import { entities as linear } from "./twins/linear.js";
import { entities as many } from "./twins/many.js";
import { entities as oneFile } from "./twins/one-file.js";

/** The entities of a packaged project, written with our packages: themselves, or modules that export them. */
export interface PackageTwin {
  /** In the order in which the project declares them. */
  readonly entities?: readonly Entity[];
  /** Paths from this folder. */
  readonly modules?: readonly string[];
  /** The files of the project that loading it imports, for `--copy auto`. */
  readonly imported?: readonly string[];
}

/** The twins of projects, by the ids of their rows. */
export type PackageTwins = { readonly [id: string]: PackageTwin };

const IMPORTED = [
  ...["flows/__init__.py", "flows/tasks.py", "flows/workflows.py"],
  ...["lib/__init__.py", "lib/helpers.py"],
];

/** A module that stands beside this one, whether both are sources or built. */
const beside = (name: string): string => `twins/${name}${extname(import.meta.filename)}`;

/** The twins of the rows in `data/python/packages.json`. Of a refused project it does not matter what is in it. */
export const packageTwins: PackageTwins = {
  linear: { entities: linear },
  "linear-copy-all": { entities: linear },
  "one-file": { entities: oneFile },
  "one-file-copy-all": { entities: oneFile },
  "one-file-fast": { entities: oneFile },
  many: { entities: many, imported: IMPORTED },
  "many-copy-auto": { entities: many, imported: IMPORTED },
  "no-packages": { entities: linear },
  "no-entities": { entities: [] },
  "absent-package": { modules: [beside("absent")] },
  "import-fails": { modules: [beside("import-fails")] },
  "output-exists": { entities: linear },
  "two-default-images": { entities: linear },
  "image-without-tag": { entities: linear },
  "bad-env": { entities: linear },
};
