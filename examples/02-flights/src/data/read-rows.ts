import { readFile } from "node:fs/promises";

/**
 * Read a file that holds one JSON array.
 *
 * @throws the file system's own error when the file is missing, SyntaxError when it is not JSON, TypeError
 * when it is JSON but no array. All three name the file.
 */
export async function readRows(path: string): Promise<unknown[]> {
  const text = await readFile(path, "utf8");
  const rows = parse(text, path);
  if (!Array.isArray(rows)) throw new TypeError(`${path}: expected a JSON array of flights`);
  return rows;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`${path}: not JSON`, { cause });
  }
}
