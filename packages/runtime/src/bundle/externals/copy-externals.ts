import { cpSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ExternalFolder } from "./external.js";

/** Copies the packages that stay beside a bundle into its folder, links as what they lead to. */
export function copyExternals(folders: readonly ExternalFolder[], folder: string): void {
  for (const { path, from } of folders) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to, {
      recursive: true,
      dereference: true,
      filter: (source) => source === from || basename(source) !== "node_modules",
    });
  }
}
