import { sep } from "node:path";

/** Whether Node has to be told how to read a file: TypeScript, and JSX. */
export function needsTransform(path: string): boolean {
  return /(?<!\.d)\.[cm]?tsx?$|\.jsx$/.test(path);
}

/** Whether Node reads a file by itself. */
export function isJavaScript(path: string): boolean {
  return /\.[cm]?js$/.test(path);
}

const PACKAGES = `${sep}node_modules${sep}`;

/** Whether a file belongs to an installed package. Links to a package of a workspace lead out of `node_modules`. */
export function isInstalled(path: string): boolean {
  return path.includes(PACKAGES);
}
