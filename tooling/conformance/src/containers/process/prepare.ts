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
  const inputs = inputsOf(row, folders);
  if (inputs !== undefined) put(inside, "inputs.pb", inputs);
  for (const [name, content] of Object.entries(row.files ?? {}))
    put(inside, name, withRealPaths(bytesOf(content), folders));
  for (const [name, message] of Object.entries(row.literalFiles ?? {}))
    put(inside, name, messageBytes(Literal, message, folders));
  for (const [name, content] of Object.entries(row.prevCheckpoint ?? {}))
    put(folders.at("{PREV}"), name, bytesOf(content));
  if (row.archive === undefined)
    for (const [module, code] of modules) put(folders.at("{CWD}"), fileOfModule(module), code);
  else put(inside, archiveName(row), archiveOf(row.archive, modules));
}

function inputsOf({ inputs }: ContainerRow, folders: Folders): Uint8Array | undefined {
  if (inputs === null) return undefined;
  return "bytes" in inputs ? bytesOf(inputs.bytes) : messageBytes(LiteralMap, inputs, folders);
}

function messageBytes<T>(codec: Codec<T>, { pb }: RowMessage, folders: Folders): Uint8Array {
  return encode(
    codec,
    withTexts(codec.decode(bytesOf(pb)), (text) => folders.real(text)),
  );
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
