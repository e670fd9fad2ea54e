import { decodeMessage } from "@flytekit-ts/core/literals";
import type { Codec } from "@flytekit-ts/models";
import { Literal, LiteralMap } from "@flytekit-ts/models/core";
import { messageDifferences } from "../messages/differences.js";
import { withTexts } from "../messages/with-texts.js";
import type { RowOutput } from "../rows/container-row.js";
import { compareError } from "./compare-error.js";
import { compareFutures } from "./compare-futures.js";
import type { LeftFile } from "./left.js";

/** Each difference between a file that our process left and the recorded one, as a line. */
export function compareFile(file: LeftFile): readonly string[] {
  try {
    return compare(file);
  } catch (error) {
    return [`ours cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function compare(file: LeftFile): readonly string[] {
  const { name, entry, bytes } = file;
  // A page is there or not: what is on it is each SDK's own.
  if (name.endsWith("deck.html")) return [];
  if (name.startsWith("error") && name.endsWith(".pb")) return compareError(file);
  if (name === "futures.pb") return compareFutures(file);
  if (name.endsWith(".pb") && entry.sha256 !== undefined) return compareSize(entry, bytes);
  if (name.endsWith(".pb"))
    return name === "outputs.pb" ? compareMessage(file, LiteralMap) : compareMessage(file, Literal);
  const isSame = entry.b64 === undefined || Buffer.from(bytes).toString("base64") === entry.b64;
  return isSame ? [] : ["other bytes"];
}

function compareMessage<T>(
  { entry, bytes, left, names }: LeftFile,
  codec: Codec<T> & { readonly $type: string },
): readonly string[] {
  const ours = decodeMessage(codec.$type, codec, bytes);
  if (entry.variables !== undefined) return compareVariables(entry.variables, ours);
  const tokens = withTexts(ours, (text) => left.folders.token(text));
  return messageDifferences(
    codec.decode(Uint8Array.from(Buffer.from(entry.pb ?? "", "base64"))),
    tokens,
    names,
  );
}

function compareVariables(variables: readonly string[], ours: unknown): readonly string[] {
  const names = [...((ours as LiteralMap).literals?.keys() ?? [])];
  const isSame = names.length === variables.length && variables.every((each) => names.includes(each));
  return isSame ? [] : [`outputs: ours ${names.join(", ")}, declared ${variables.join(", ")}`];
}

/** Of a large message only the size is recorded in a form that does not depend on the order of maps. */
function compareSize({ size }: RowOutput, bytes: Uint8Array): readonly string[] {
  return bytes.length === size ? [] : [`ours has ${bytes.length} bytes, flytekit's ${size}`];
}
