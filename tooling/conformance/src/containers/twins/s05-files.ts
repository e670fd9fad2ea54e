import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { dataset } from "@flytekit-ts/datasets";
import { flyteFile, t, task } from "@flytekit-ts/workflow";

const file = t.file();
const directory = t.directory();
const table = dataset();

export const length = task(
  { name: "s05_files.length", inputs: { f: file }, output: t.int() },
  async ({ f }) => (await f.bytes()).length,
);
export const textOf = task(
  { name: "s05_files.text_of", inputs: { f: t.file("txt") }, output: t.string() },
  ({ f }) => f.text(),
);
export const passOn = task({ name: "s05_files.pass_on", inputs: { f: file }, output: file }, ({ f }) => f);
export const write = task(
  { name: "s05_files.write", inputs: { text: t.string() }, output: t.file("txt") },
  ({ text }, context) => {
    const path = context.newFile("greeting.txt");
    writeFileSync(path, text);
    return path;
  },
);
export const writeHandle = task(
  { name: "s05_files.write_handle", inputs: { text: t.string() }, output: file },
  ({ text }, context) => {
    const path = context.newFile("data.bin");
    writeFileSync(path, `\uFEFF${text}`, "utf16le");
    return flyteFile(path);
  },
);
export const remoteUri = task(
  { name: "s05_files.remote_uri", inputs: { key: t.string() }, output: t.file("csv") },
  ({ key }) => `s3://bucket/${key}`,
);
export const writeTo = task(
  { name: "s05_files.write_to", inputs: { text: t.string(), target: t.string() }, output: file },
  ({ text, target }) => {
    writeFileSync(target, text);
    return target;
  },
);
export const missingFile = task({ name: "s05_files.missing_file", output: file }, () => "not-there.txt");
export const withMetadata = task({ name: "s05_files.with_metadata", output: file }, (_, context) => {
  const path = context.newFile("meta.txt");
  writeFileSync(path, "m");
  return flyteFile(path, { metadata: { colour: "red" } });
});
export const several = task(
  { name: "s05_files.several", inputs: { n: t.int() }, output: t.list(file) },
  ({ n }, context) =>
    Array.from({ length: n }, (_, i) => {
      const path = context.newFile(`part-${i}.txt`);
      writeFileSync(path, String(i).repeat(i + 1));
      return path;
    }),
);

export const namesIn = task(
  { name: "s05_files.names_in", inputs: { d: directory }, output: t.list(t.string()) },
  async ({ d }) => {
    const root = await d.path();
    const names: string[] = [];
    for await (const each of d.files()) names.push(relative(root, await each.path()));
    return names.toSorted();
  },
);
export const makeDir = task({ name: "s05_files.make_dir", output: directory }, (_, context) => {
  const root = join(context.workingDirectory, "tree");
  mkdirSync(join(root, "sub", "deeper"), { recursive: true });
  writeFileSync(join(root, "a.txt"), "A");
  writeFileSync(join(root, "sub", "b.txt"), "BB");
  writeFileSync(join(root, "sub", "deeper", "c.bin"), Uint8Array.of(0, 1));
  return root;
});
export const passDir = task(
  { name: "s05_files.pass_dir", inputs: { d: directory }, output: directory },
  ({ d }) => d,
);

export const mean = task(
  { name: "s05_files.mean", inputs: { sd: table }, output: t.float() },
  async ({ sd }) => {
    let [sum, count] = [0, 0];
    for await (const { x } of sd.rows()) [sum, count] = [sum + Number(x), count + 1];
    return sum / count;
  },
);
export const frame = task({ name: "s05_files.frame", inputs: { n: t.int() }, output: table }, ({ n }) =>
  Array.from({ length: n }, (_, i) => ({ i, s: String.fromCodePoint(97 + i) })),
);
export const passFrame = task(
  { name: "s05_files.pass_frame", inputs: { sd: table }, output: table },
  ({ sd }) => sd,
);

export const plainFrame = task(
  { name: "s05_files.plain_frame", inputs: { n: t.int() }, output: table },
  ({ n }) => Array.from({ length: n }, (_, i) => ({ v: i / 2 })),
);
