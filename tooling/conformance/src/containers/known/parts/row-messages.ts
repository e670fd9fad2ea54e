import { type Codec, encode } from "@flytekit-ts/models";
import {
  ContainerError_Kind,
  DynamicJobSpec,
  ErrorDocument,
  ExecutionError_ErrorKind,
  LiteralMap,
  TaskTemplate,
  type TypedInterface,
} from "@flytekit-ts/models/core";
import type { ContainerRow, RowOutput } from "../../rows/container-row.js";

/** The inputs of a row, unless there are none, or bytes that are no message. */
export function inputsOf({ inputs }: ContainerRow): LiteralMap | undefined {
  return inputs === null || "bytes" in inputs ? undefined : decodeText(LiteralMap, inputs.pb);
}

/** What is recorded as a row's outputs.pb. */
export function outputsOf({ out }: ContainerRow): LiteralMap | undefined {
  const pb = out?.["outputs.pb"]?.pb;
  return pb === undefined ? undefined : decodeText(LiteralMap, pb);
}

/** What is recorded as a row's futures.pb. */
export function futuresOf({ out }: ContainerRow): DynamicJobSpec | undefined {
  const pb = out?.["futures.pb"]?.pb;
  return pb === undefined ? undefined : decodeText(DynamicJobSpec, pb);
}

/** The interface of a row's task. */
export function interfaceOf({ taskTemplate }: ContainerRow): TypedInterface | undefined {
  return decodeText(TaskTemplate, taskTemplate.pb).interface;
}

/** The error that a row's process left, if it is this one. */
export function hasError(
  row: ContainerRow,
  { code, kind }: { readonly code: string; readonly kind?: number },
): boolean {
  const pb = row.out?.["error.pb"]?.pb;
  const error = pb === undefined ? undefined : decodeText(ErrorDocument, pb).error;
  return error?.code === code && error.kind === (kind ?? ContainerError_Kind.NON_RECOVERABLE);
}

/** The text of the error that a row's process left. */
export function errorText({ out }: ContainerRow): string {
  const pb = out?.["error.pb"]?.pb;
  return pb === undefined ? "" : (decodeText(ErrorDocument, pb).error?.message ?? "");
}

/** The row with a process that ended without a trace. */
export function crashing(row: ContainerRow): ContainerRow {
  return { ...row, exitCode: 1, out: {}, raw: [] };
}

/** The row with this file in place of all that its process left below the output prefix; it ended well. */
export function leaving(row: ContainerRow, name: string, output: RowOutput): ContainerRow {
  const { "deck.html": deck } = row.out ?? {};
  return {
    ...row,
    exitCode: 0,
    out: { [name]: output, ...(deck === undefined ? {} : { "deck.html": deck }) },
  };
}

/** The row with our refusal of a value in place of what its process left. */
export function refusing(row: ContainerRow): ContainerRow {
  return failing({ ...row, raw: [] }, { code: "SYSTEM", origin: ExecutionError_ErrorKind.SYSTEM });
}

/** The row with an error that is the fault of the user. */
export function blamingUser(row: ContainerRow): ContainerRow {
  return failing(row, { code: "USER:RuntimeError", origin: ExecutionError_ErrorKind.USER });
}

function failing(
  row: ContainerRow,
  { code, origin }: { readonly code: string; readonly origin: ExecutionError_ErrorKind },
): ContainerRow {
  const error = {
    code,
    origin,
    kind: ContainerError_Kind.NON_RECOVERABLE,
    message: "",
    timestamp: undefined,
    worker: "",
  };
  const output = { pb: textOf(ErrorDocument, { error }), timestamp: "now", layout: "Trace, Message" };
  const exitCode = row.env["FLYTE_FAIL_ON_ERROR"] === "true" ? 1 : 0;
  return { ...leaving(row, "error.pb", output), exitCode };
}

/** The row with outputs of these names, whatever their values, in place of its error. */
export function succeeding(row: ContainerRow): ContainerRow {
  const variables = [...(interfaceOf(row)?.outputs?.variables.keys() ?? [])];
  return leaving(row, "outputs.pb", { variables });
}

/** The row with other outputs. */
export function giving(row: ContainerRow, outputs: LiteralMap): ContainerRow {
  return leaving(row, "outputs.pb", { pb: textOf(LiteralMap, outputs) });
}

/** A message as rows hold it. */
export function textOf<T>(codec: Codec<T>, message: T): string {
  return Buffer.from(encode(codec, message)).toString("base64");
}

function decodeText<T>(codec: Codec<T>, base64: string): T {
  return codec.decode(Uint8Array.from(Buffer.from(base64, "base64")));
}
