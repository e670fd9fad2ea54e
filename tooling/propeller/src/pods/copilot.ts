import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { Literal, LiteralMap } from "@flytekit-ts/models/core";
import { toJson } from "@flytekit-ts/models/json";
import type { DataStore } from "../data/data-store.js";
import { joinUri } from "../data/join-uri.js";
import { userFailure } from "../values/failure.js";
import { type Literals, scalarOf } from "../values/literals.js";
import { literalOfText } from "./literal-of-text.js";
import type { Pod, PodEnd } from "./pod.js";

/** What a container is given and leaves as plain files, and where its outputs go. */
export interface CopilotCall {
  readonly store: DataStore;
  readonly data: idl.DataLoadingConfig;
  readonly inputs: Literals;
  readonly outputPrefix: string;
  readonly rawPrefix: string;
}

/**
 * Run a container that knows nothing of Flyte: its inputs are files in a folder, and so are its outputs.
 *
 * There is no container here, so the command gets other folders in place of those that the task names.
 *
 * @throws `UserContainerError` for a file `_ERROR`, `OutputUploadFailed` for an output that is not there or has no form
 */
export async function runWithCopilot(
  pod: Pod,
  call: CopilotCall,
  run: (pod: Pod) => Promise<PodEnd>,
): Promise<PodEnd> {
  const folder = await mkdtemp(join(tmpdir(), "copilot-"));
  const [input, output] = [join(folder, "inputs"), join(folder, "outputs")];
  try {
    await mkdir(output);
    await download(call, input);
    const { inputPath, outputPath } = call.data;
    const placed = (text: string): string => replaced(replaced(text, inputPath, input), outputPath, output);
    const end = await run({ ...pod, command: pod.command.map(placed) });
    if (end.exitCode === 0) await upload(call, pod.task, output);
    return end;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function replaced(text: string, path: string, by: string): string {
  return path === "" ? text : text.replaceAll(path.replace(/\/+$/, ""), by);
}

async function download({ inputs, store }: CopilotCall, folder: string): Promise<void> {
  await mkdir(folder);
  for (const [name, literal] of inputs) await writeFile(join(folder, name), await contentOf(literal, store));
  const all = { literals: new Map(inputs) };
  await writeFile(join(folder, "inputs.pb"), encode(LiteralMap, all));
  await writeFile(join(folder, "inputs.json"), JSON.stringify(toJson(LiteralMap, all)));
}

async function contentOf(literal: idl.Literal, store: DataStore): Promise<Uint8Array | string> {
  const scalar = scalarOf(literal);
  if (scalar?.$case === "blob") {
    const bytes = await store.read(scalar.value.uri);
    return bytes ?? fail("DownloadFailed", `there is nothing at ${scalar.value.uri}`);
  }
  const value = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  const isPlain = value !== undefined && typeof value.value !== "object";
  return isPlain ? String(value.value) : JSON.stringify(toJson(Literal, literal));
}

async function upload(call: CopilotCall, task: idl.TaskTemplate, folder: string): Promise<void> {
  const files = await readdir(folder);
  if (files.includes("_ERROR")) fail("UserContainerError", await readFile(join(folder, "_ERROR"), "utf8"));
  const literals = new Map<string, idl.Literal>();
  for (const [name, { type }] of task.interface?.outputs?.variables ?? []) {
    const [file, other] = files.filter((each) => each === name || each.startsWith(`${name}.`));
    if (file === undefined || other !== undefined) {
      return fail(
        "OutputUploadFailed",
        `the container left ${file === undefined ? "no file" : "more than one file"} for ${name}`,
      );
    }
    const bytes = await readFile(join(folder, file));
    literals.set(name, await literalOf(call, type, { file, bytes }));
  }
  await call.store.write(joinUri(call.outputPrefix, "outputs.pb"), encode(LiteralMap, { literals }));
}

interface Left {
  readonly file: string;
  readonly bytes: Uint8Array;
}

async function literalOf(
  { store, rawPrefix }: CopilotCall,
  type: idl.LiteralType | undefined,
  { file, bytes }: Left,
): Promise<idl.Literal> {
  if (type?.type?.$case !== "blob") return literalOfText(type, file, bytes);
  const uri = joinUri(rawPrefix, file);
  await store.write(uri, bytes);
  return Literal.create({
    value: {
      $case: "scalar",
      value: { value: { $case: "blob", value: { uri, metadata: { type: type.type.value } } } },
    },
  });
}

function fail(code: string, message: string): never {
  throw userFailure(code, message);
}
