import { readFileSync } from "node:fs";
import { Names } from "../messages/names.js";
import type { ContainerRow } from "../rows/container-row.js";
import { compareFile } from "./compare-file.js";
import { compareRaw } from "./compare-raw.js";
import type { Left } from "./left.js";

/** Each difference between what a process of ours left and what a row's process did, as a line. */
export async function compareLeft(row: ContainerRow, left: Left): Promise<readonly string[]> {
  const names = new Names();
  return [
    ...compareExit(row, left),
    ...compareOut(row, left, names),
    ...(await compareRaw(row.raw, left.folders.files("{RAW}"), names)),
    ...compareCheckpoint(row, left, names),
    ...compareStdout(row, left),
  ];
}

function compareExit(row: ContainerRow, { exitCode }: Left): readonly string[] {
  const isCrash = row.exitCode === 1 && Object.keys(row.out ?? {}).length === 0;
  const isSame = isCrash ? exitCode > 0 && exitCode < 128 : exitCode === row.exitCode;
  return isSame ? [] : [`exit code: ours ${exitCode}, flytekit's ${row.exitCode}`];
}

function compareOut(row: ContainerRow, left: Left, names: Names): readonly string[] {
  const recorded = Object.keys(row.out ?? {}).toSorted();
  const ours = left.folders.files("{OUT}");
  const free = new Set(ours.keys());
  const pairs = recorded.map((name) => {
    const found = [...free].find((each) => names.same(name, each));
    if (found !== undefined) free.delete(found);
    return [name, found] as const;
  });
  if (free.size > 0 || pairs.some(([, found]) => found === undefined))
    return [`files: ours ${listed([...ours.keys()])}, flytekit's ${listed(recorded)}`];
  return pairs.flatMap(([name, found]) => {
    const [entry, path] = [row.out?.[name], ours.get(found ?? "")];
    if (entry === undefined || path === undefined) return [];
    return compareFile({ name, entry, bytes: readFileSync(path), left, names }).map(
      (line) => `${name}: ${line}`,
    );
  });
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

function compareCheckpoint(row: ContainerRow, { folders }: Left, names: Names): readonly string[] {
  const ours = new Map(
    [...folders.files("{CKPT}")].map(([name, path]) => [name, readFileSync(path).toString("base64")]),
  );
  const recorded = Object.entries(row.checkpoint);
  const pairs = recorded.map(([name, content]) => {
    const found = [...ours].find(([each]) => names.same(name, each));
    return { name, isSame: found !== undefined && found[1] === content };
  });
  if (ours.size === recorded.length && pairs.every(({ isSame }) => isSame)) return [];
  return [`checkpoint: ours ${shown([...ours])}, flytekit's ${shown(recorded)}`];
}

function shown(files: readonly (readonly [string, string])[]): string {
  return listed(files.map(([name, content]) => `${name} (${content})`));
}

function compareStdout(row: ContainerRow, { stdout, folders }: Left): readonly string[] {
  const lines = folders.token(stdout).split("\n")[Symbol.iterator]();
  const missing = (row.stdout ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .find((line) => {
      for (let next = lines.next(); next.done !== true; next = lines.next())
        if (next.value.includes(line)) return false;
      return true;
    });
  return missing === undefined ? [] : [`stdout: ours has no line ${JSON.stringify(missing)} there`];
}
