import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { findUpwards } from "./find-upwards.js";

/** Lockfiles, and the package managers that write them. */
export const LOCKFILES: Readonly<Record<string, string>> = {
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
};

/** The lockfile of the workspace that a folder without one belongs to: an image of the folder alone finds none. */
export function lockfileAbove(folder: string): string | undefined {
  const names = Object.keys(LOCKFILES);
  if (names.some((name) => existsSync(join(folder, name)))) return undefined;
  const above = findUpwards(dirname(folder), names);
  // Others may lie in a folder above by chance, as in that of the user.
  return above !== undefined && isWorkspace(dirname(above)) ? above : undefined;
}

/** The lockfile that a Dockerfile copies out of its context, where the context has none and its workspace has. */
export function copiedFromAbove(dockerfile: string, context: string): string | undefined {
  const lockfile = lockfileAbove(context);
  if (lockfile === undefined) return undefined;
  const copies = dockerfile.split("\n").filter((line) => /^\s*(?:COPY|ADD)\s(?!.*--from=)/i.test(line));
  return copies.some((line) => line.includes(basename(lockfile))) ? lockfile : undefined;
}

/** What to do with a project whose image needs a lockfile that its workspace has. */
export function lockfileAdvice(folder: string, lockfile: string): string {
  const root = dirname(lockfile);
  const own =
    LOCKFILES[basename(lockfile)] === "pnpm"
      ? "Give the project a pnpm-workspace.yaml of its own"
      : `Take the project out of the workspace, with "!${relative(root, folder).split(sep).join("/")}" among the \`workspaces\` of ${join(root, "package.json")}`;
  return `${own}, and install there: then it has a lockfile beside its Dockerfile. Or build the image from ${root}, as "An image in a workspace" in docs/guide/images.md does.`;
}

function isWorkspace(folder: string): boolean {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null && "workspaces" in manifest;
  } catch {
    return false;
  }
}
