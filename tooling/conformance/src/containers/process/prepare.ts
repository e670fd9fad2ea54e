import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Codec, encode } from "@flytekit-ts/models";
import { Literal, LiteralMap } from "@flytekit-ts/models/core";
import { withTexts } from "../messages/with-texts.js";
import { fileOfModule } from "../modules/file-of-module.js";
import type { ContainerRow, RowMessage } from "../rows/container-row.js";
import type { Folders } from "./folders.js";
import { tarOf } from "./tar.js";

/** Our modules, each under the name of Python's: their JavaScript. */
export type Modules = ReadonlyMap<string, Uint8Array>;

/** Put what a row's process was given into its folders, with our modules in place of Python's. */
export function prepare(row: ContainerRow, folders: Folders, modules: Modules): void {
  const put = (folder: string, name: string, content: Uint8Array): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const inside = folders.at("{IN}");
  for (const [name, content] of Object.entries(row.files ?? {}))
    put(inside, name, withRealPaths(bytesOf(content), folders));
  const sizes = new Map<string, number>();
  for (const [name, message] of Object.entries(row.literalFiles ?? {})) {
    const bytes = encode(Literal, realMessage(Literal, message, folders));
    sizes.set(join(inside, name), bytes.length);
    put(inside, name, bytes);
  }
  const inputs = inputsOf(row, folders, sizes);
  if (inputs !== undefined) put(inside, "inputs.pb", inputs);
  for (const [name, content] of Object.entries(row.prevCheckpoint ?? {}))
    put(folders.at("{PREV}"), name, bytesOf(content));
  if (row.archive === undefined)
    for (const [module, code] of modules) put(folders.at("{CWD}"), fileOfModule(module), code);
  else put(inside, archiveName(row), archiveOf(row.archive, modules));
}

type Sizes = ReadonlyMap<string, number>;

function inputsOf({ inputs }: ContainerRow, folders: Folders, sizes: Sizes): Uint8Array | undefined {
  if (inputs === null) return undefined;
  if ("bytes" in inputs) return bytesOf(inputs.bytes);
  return encode(LiteralMap, withSizes(realMessage(LiteralMap, inputs, folders), sizes));
}

/** What stands elsewhere has the size that is said of it, as where Flyte wrote it: rows say any. */
function withSizes<T>(message: T, sizes: Sizes): T {
  return sizes.size === 0 ? message : (sized(message, sizes) as T);
}

function sized(value: unknown, sizes: Sizes): unknown {
  if (Array.isArray(value)) return value.map((each) => sized(each, sizes));
  if (value instanceof Map)
    return new Map([...(value as Map<unknown, unknown>)].map(([key, each]) => [key, sized(each, sizes)]));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const size = "uri" in value && "sizeBytes" in value ? sizes.get(String(value.uri)) : undefined;
  if (size !== undefined) return { ...value, sizeBytes: BigInt(size) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sized(each, sizes)])) as unknown;
}

function realMessage<T>(codec: Codec<T>, { pb }: RowMessage, folders: Folders): T {
  return withTexts(codec.decode(bytesOf(pb)), (text) => folders.real(text));
}

function withRealPaths(content: Uint8Array, folders: Folders): Uint8Array {
  const text = Buffer.from(content).toString("latin1");
  // A path may be no Latin-1: its bytes are what counts.
  const real = folders.real(text);
  return real === text ? content : Buffer.from(real, "latin1");
}

/** The name of the archive in the template: the arguments of a row may name another. */
function archiveName({ taskTemplate }: ContainerRow): string {
  const args = taskTemplate.json.container?.args ?? [];
  return basename(args[args.indexOf("--additional-distribution") + 1] ?? "");
}

function archiveOf({ members, format }: NonNullable<ContainerRow["archive"]>, modules: Modules): Uint8Array {
  const files = Object.entries(members).map(([member, source]): [string, Uint8Array] => {
    const code = modules.get(moduleOfPython(source));
    return [inOurLanguage(member), code ?? Buffer.from(`throw new Error("no twin of ${source}");\n`)];
  });
  return tarOf(new Map(files), { gzip: format !== "tar" });
}

function moduleOfPython(file: string): string {
  return file.replace(/\.py$/, "").replaceAll("/", ".");
}

function inOurLanguage(member: string): string {
  return member.endsWith(".py") ? fileOfModule(moduleOfPython(member)) : member;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}
