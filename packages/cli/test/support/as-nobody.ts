import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { PROGRAM } from "./a-project.js";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** The owner of files, and of processes, for whom modes of files count: this user, or nobody where that is root. */
export const OWNER = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Whether the program can be started for whom modes of files count: root may have it where nobody else comes. */
export const modesCount = isRoot
  ? spawnSync(process.execPath, [PROGRAM, "version"], { ...OWNER, cwd: "/", env: { HOME: "/" } }).status === 0
  : isWritable();

function isWritable(): boolean {
  try {
    accessSync(PROGRAM, constants.R_OK);
    return process.platform !== "win32";
  } catch {
    return false;
  }
}
