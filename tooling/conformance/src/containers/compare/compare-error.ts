import { decodeMessage } from "@flytekit-ts/core/literals";
import { type ContainerError, ErrorDocument } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { textOf } from "../messages/differences.js";
import type { RowOutput } from "../rows/container-row.js";
import type { LeftFile } from "./left.js";

const LAYOUT = /^Trace:\n\n((?: {4}.*\n)+)\nMessage:\n\n( {4}.*)$/s;
const FIELDS = ["code", "kind", "origin", "worker"] as const;
/** Clocks of a process and of this one are read at different moments. */
const SLACK = 1000;

/** Each difference between our error.pb and the recorded one: the wording of its text is each SDK's own. */
export function compareError({ entry, bytes, left }: LeftFile): readonly string[] {
  const recorded = ErrorDocument.decode(Uint8Array.from(Buffer.from(entry.pb ?? "", "base64"))).error;
  const ours = decodeMessage("flyteidl.core.ErrorDocument", ErrorDocument, bytes).error;
  if (recorded === undefined || ours === undefined) return ["there is no error in it"];
  const { began, ended, folders } = left;
  return [
    ...FIELDS.filter((field) => recorded[field] !== ours[field]).map(
      (field) => `${field}: ours ${textOf(ours[field])}, flytekit's ${textOf(recorded[field])}`,
    ),
    ...compareTimestamp(entry, ours, [began - SLACK, ended + SLACK]),
    ...compareText(entry, folders.token(ours.message)),
  ];
}

function compareTimestamp(
  { timestamp }: RowOutput,
  { timestamp: ours }: ContainerError,
  [first, last]: readonly [number, number],
): readonly string[] {
  if (ours === undefined) return ["timestamp: ours is absent"];
  const isSame = timestamp === "now" ? isBetween(ours, first, last) : timestamp === exact(ours);
  return isSame ? [] : [`timestamp: ours ${exact(ours)}, flytekit's ${timestamp}`];
}

function isBetween({ seconds, nanos }: Timestamp, first: number, last: number): boolean {
  const at = Number(seconds) * 1000 + nanos / 1e6;
  return at >= first && at <= last;
}

function exact({ seconds, nanos }: Timestamp): string {
  return `${seconds}.${String(nanos).padStart(9, "0")}`;
}

function compareText({ layout, says, traceNamesUserCode }: RowOutput, message: string): readonly string[] {
  const [, trace = "", text = ""] = LAYOUT.exec(message) ?? [];
  if (layout !== undefined && text === "") return [`layout: ours is ${textOf(message)}`];
  const problems: string[] = [];
  if (says !== undefined && !oneLine(text).includes(oneLine(says)))
    problems.push(`message: ours is ${textOf(text)}, and does not say ${textOf(says)}`);
  if (traceNamesUserCode === true && !/\{CWD\}|\{DEST\}/.test(trace))
    problems.push(`trace: ours does not name the user's file: ${textOf(trace)}`);
  return problems;
}

/** Each run of white space as one blank. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
