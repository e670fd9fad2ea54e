import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataset } from "@flytekit-ts/datasets";
import { flyteFile, t, task } from "@flytekit-ts/workflow";

const file = t.file();
const text = t.file("txt");
const directory = t.directory();
const table = dataset();

export const both = task(
  { name: "m05_files.both", inputs: { a: file, b: text }, output: t.string() },
  async ({ a, b }) => `${await a.text()}+${await b.text()}`,
);
export const upper = task(
  { name: "m05_files.upper", inputs: { f: text }, output: text },
  async ({ f }, context) => {
    const path = context.newFile("upper.txt");
    writeFileSync(path, (await f.text()).toUpperCase());
    return path;
  },
);
export const sizes = task(
  { name: "m05_files.sizes", inputs: { fs: t.list(file) }, output: t.list(t.int()) },
  ({ fs }) => Promise.all(fs.map(async (each) => (await each.bytes()).length)),
);
export const byName = task(
  { name: "m05_files.by_name", inputs: { n: t.int() }, output: t.map(file) },
  ({ n }, context) =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => {
        const path = context.newFile(`f${i}.csv`);
        writeFileSync(path, `${i}\n`);
        return [`k${i}`, path];
      }),
    ),
);
const maybeFile = t.optional(file);
export const maybe = task(
  { name: "m05_files.maybe", inputs: { f: maybeFile.default(undefined) }, output: maybeFile },
  ({ f }) => f,
);
export const emptyFile = task({ name: "m05_files.empty_file", output: file }, (_, context) => {
  const path = context.newFile("empty");
  writeFileSync(path, "");
  return path;
});
export const oddName = task({ name: "m05_files.odd_name", output: file }, (_, context) => {
  const path = context.newFile("a b é.txt");
  writeFileSync(path, "odd");
  return path;
});
export const twoDirs = task(
  { name: "m05_files.two_dirs", inputs: { n: t.int() }, output: t.list(directory) },
  ({ n }, context) =>
    Array.from({ length: n }, (_, i) => {
      const root = join(context.workingDirectory, `d${i}`);
      mkdirSync(root);
      writeFileSync(join(root, "x.txt"), String(i));
      return root;
    }),
);
export const dirCsv = task({ name: "m05_files.dir_csv", output: t.directory("csv") }, (_, context) => {
  const root = join(context.workingDirectory, "c");
  mkdirSync(root);
  writeFileSync(join(root, "t.csv"), "a,b\n");
  return root;
});
export const totalSize = task(
  { name: "m05_files.total_size", inputs: { d: directory }, output: t.int() },
  async ({ d }) => {
    let size = 0;
    for await (const each of d.files()) size += (await each.bytes()).length;
    return size;
  },
);
export const missingDir = task({ name: "m05_files.missing_dir", output: directory }, () => "nowhere/at/all");
export const countRows = task(
  { name: "m05_files.count_rows", inputs: { sd: table }, output: t.int() },
  async ({ sd }) => {
    let count = 0;
    for await (const row of sd.rows()) count += row === undefined ? 0 : 1;
    return count;
  },
);
export const filterRows = task(
  { name: "m05_files.filter_rows", inputs: { sd: table, least: t.int() }, output: table },
  async function ({ sd, least }) {
    const kept = [];
    for await (const row of sd.rows()) if (Number(row["x"]) >= least) kept.push(row);
    return kept;
  },
);
export const kinds = task({ name: "m05_files.kinds", inputs: { n: t.int() }, output: table }, ({ n }) =>
  Array.from({ length: n }, (_, i) => ({ b: i % 2 === 0, f: i / 4, s: "é" })),
);
export const remoteFrame = task(
  { name: "m05_files.remote_frame", inputs: { key: t.string() }, output: table },
  ({ key }) => ({ uri: `s3://bucket/${key}`, format: "parquet" }),
);
export const failsAfterFile = task(
  { name: "m05_files.fails_after_file", inputs: { text: t.string() }, output: file },
  (given, context): string => {
    writeFileSync(context.newFile("kept.txt"), given.text);
    throw new Error("after the file");
  },
);
export const quoted = task({ name: "m05_files.quoted", output: file }, (_, context) => {
  const path = context.newFile("a%20b.txt");
  writeFileSync(path, "quoted");
  return flyteFile(path);
});
export const newRemote = task(
  { name: "m05_files.new_remote", inputs: { text: t.string() }, output: file },
  (given) => new TextEncoder().encode(given.text),
);
