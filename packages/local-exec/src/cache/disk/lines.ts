import { appendFile, open } from "node:fs/promises";
import { dirname } from "node:path";
import { makeDirectories, systemCode } from "@flytekit-ts/core/storage";
import { isNotThere, writeWhole } from "./write-whole.js";

/** How much is read of a file of lines, in bytes. */
const READ = 64 * 1024;

/** Append a line to a file. Several processes may do so: each appends whole lines. */
export async function appendLine(path: string, line: string): Promise<void> {
  const text = `${line}\n`;
  try {
    await appendFile(path, text, { mode: 0o600 });
  } catch (error) {
    if (!isNotThere(error)) throw error;
    await makeDirectories(dirname(path), 0o700);
    await appendFile(path, text, { mode: 0o600 });
  }
}

/**
 * The last lines of a file, the oldest first. A file that has become long is cut to them; what another process
 * appends meanwhile may be lost, so keep nothing there that has to last.
 */
export async function lastLines(path: string): Promise<readonly string[]> {
  const { text, isWhole } = await readEnd(path);
  const lines = text.split("\n").filter((line) => line !== "");
  if (isWhole) return lines;
  const whole = lines.slice(1);
  try {
    await writeWhole(path, new TextEncoder().encode(whole.map((line) => `${line}\n`).join("")));
  } catch (error) {
    // It is only to save space.
    if (!["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"].includes(systemCode(error))) throw error;
  }
  return whole;
}

async function readEnd(path: string): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (isNotThere(error)) return { text: "", isWhole: true };
    throw error;
  }
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - READ);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return { text: buffer.subarray(0, bytesRead).toString("utf8"), isWhole: start === 0 };
  } finally {
    await file.close();
  }
}
