import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Do something that only one process of this machine may do at a time. The lock is a file that holds the id of its
 * process: that of a process which is gone counts no more.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withLock(path, act) {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    if (await isLeft(path)) await rm(path, { force: true });
    else await pause(200);
  }
  try {
    return await act();
  } finally {
    await rm(path, { force: true });
  }
}

/** @param {string} path */
async function take(path) {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (Reflect.get(Object(error), "code") === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
async function isLeft(path) {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  // Its owner has made the file, and not written to it yet; or it is gone already.
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return Reflect.get(Object(error), "code") === "ESRCH";
  }
}
