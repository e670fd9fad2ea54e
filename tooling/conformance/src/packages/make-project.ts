import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PackageRow, ProjectFile } from "./package-row.js";

/** Write the project of a row into a new folder, and give its path. */
export function makeProject({ project }: Pick<PackageRow, "project">): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "flytekit-package-")));
  for (const [path, file] of Object.entries(project)) make(join(root, path), file);
  return root;
}

function make(path: string, file: ProjectFile): void {
  mkdirSync(file === null ? path : dirname(path), { recursive: true });
  if (file === null) return;
  if (typeof file !== "string" && "link" in file) return symlinkSync(file.link, path);
  const { text, mode = "644" } = typeof file === "string" ? { text: file } : file;
  writeFileSync(path, text);
  // Whatever the umask of this process is.
  chmodSync(path, Number.parseInt(mode, 8));
}
