import { relative } from "node:path";
import { type Dataset, FlyteFloat, type FlyteDirectory, type FlyteFile } from "@flytekit-ts/core";

/**
 * A decoded value in the form in which it is compared with `expected`: dates with their nanoseconds, and files and
 * directories with what is in them.
 */
export async function comparable(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null || isWhole(value)) return value;
  if (value instanceof Date) {
    const rest = "nanosOfMillisecond" in value ? value.nanosOfMillisecond : 0;
    return { milliseconds: value.getTime(), nanosOfMillisecond: rest };
  }
  if (Array.isArray(value)) return Promise.all(value.map(comparable));
  if (value instanceof Map) {
    const entries = [...value].map(async ([key, part]) => [key, await comparable(part)] as const);
    return new Map(await Promise.all(entries));
  }
  return comparableObject(value);
}

function isWhole(value: object): boolean {
  return value instanceof Uint8Array || value instanceof FlyteFloat;
}

async function comparableObject(value: object): Promise<unknown> {
  switch (Object.prototype.toString.call(value)) {
    case "[object FlyteFile]":
      return { file: hexOf(await (value as FlyteFile).bytes()) };
    case "[object FlyteDirectory]":
      return { directory: await filesIn(value as FlyteDirectory) };
    default: {
      if ("rows" in value && typeof value.rows === "function")
        return { rows: await rowsIn(value as Dataset) };
      const entries = Object.entries(value).map(
        async ([key, part]) => [key, await comparable(part)] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
  }
}

async function filesIn(directory: FlyteDirectory): Promise<unknown> {
  const folder = await directory.path();
  const files: [string, string][] = [];
  for await (const file of directory.files())
    files.push([relative(folder, await file.path()), hexOf(await file.bytes())]);
  return files.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function rowsIn(dataset: Dataset): Promise<unknown> {
  const rows: unknown[] = [];
  for await (const row of dataset.rows()) rows.push(await comparable(row));
  return rows;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
