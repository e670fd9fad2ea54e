import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";

import { expectTypeOf } from "vitest";

import { flyteFile } from "../../makers/flyte-file.js";
import { t } from "../../makers/t.js";
import { task } from "../../task/task.js";
import type { In, Out } from "../infer.js";
import type { WebByteStream } from "../../storage/storage.js";
import type { DirectoryInput, FileInput, FlyteDirectory, FlyteFile } from "./handles.js";

const file = t.file("csv");
expectTypeOf<Out<typeof file>>().toEqualTypeOf<FlyteFile<"csv">>();
expectTypeOf<In<typeof file>>().toEqualTypeOf<FileInput<"csv">>();
const dotted = t.file("~.csv");
expectTypeOf<Out<typeof dotted>>().toEqualTypeOf<FlyteFile<"csv">>();
const directory = t.directory();
expectTypeOf<Out<typeof directory>>().toEqualTypeOf<FlyteDirectory<"">>();

// What may be given.
declare const web: WebByteStream;
const given: FileInput<"csv">[] = [
  "x",
  new URL("file:///x"),
  new Uint8Array(2),
  Buffer.from("x"),
  Readable.from([]),
  new ReadableStream<Uint8Array>(),
  web,
];
given.push(flyteFile("x"), flyteFile("x", { format: "csv" }));
// @ts-expect-error a file of another format
given.push(flyteFile("x", { format: "json" }));
// @ts-expect-error a number is no file
given.push(5);
// @ts-expect-error a list of bytes is no stream
given.push([new Uint8Array(2)]);
// @ts-expect-error a directory is no file
given.push({} as FlyteDirectory<"csv">);
// @ts-expect-error bytes are no directory
const bytes: DirectoryInput = new Uint8Array(2);
// @ts-expect-error a file is no directory
const single: DirectoryInput = flyteFile("x");
expectTypeOf([bytes, single]).toBeArray();

// A received file of any format is read by a function for all files, and its format may be asked for.
declare function read(one: FlyteFile): boolean;
read(flyteFile("x", { format: "csv" }));
expectTypeOf(flyteFile("x").format === "csv").toEqualTypeOf<boolean>();

// A default may be written as a path.
t.file("csv").default("x.csv");
t.list(t.file()).default(["x", new URL("file:///y")]);
t.struct("R", { file: t.file() }).default({ file: "x" });
// @ts-expect-error a default is no number
t.file().default(5);

// A task may be a generator of bytes, and return any of what may be given.
task({ name: "m.rows", output: t.file("csv") }, async function* () {
  yield new Uint8Array(2);
});
task({ name: "m.path", outputs: { file: t.file("csv"), folder: t.directory() } }, () => {
  return { file: new URL("file:///x"), folder: "d" };
});
task({ name: "m.same", inputs: { file: t.file() }, output: t.file("csv") }, ({ file: one }) => one);
// @ts-expect-error a file of another format
task({ name: "m.other", inputs: { file: t.file("json") }, output: t.file("csv") }, ({ file: one }) => one);
// @ts-expect-error the text is no file, but its bytes are
task({ name: "m.texts", output: t.file() }, () => ["a", "b"]);

// A type without a format takes files of any, and a type with one takes no other.
task({ name: "pass", inputs: { file: t.file("csv") }, output: t.file() }, (inputs) => inputs.file);
task({ name: "passAll", inputs: { d: t.directory("csv") }, output: t.directory() }, ({ d }) => d);
export const written: t.File<""> = t.file();
// @ts-expect-error a file of another format
task({ name: "wrong", inputs: { file: t.file("csv") }, output: t.file("json") }, (inputs) => inputs.file);
