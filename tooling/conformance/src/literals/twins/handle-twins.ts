import { flyteFile } from "@flytekit-ts/core";
import { isReadObject, plainOf, type Read } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin } from "./twin.js";

/** Files and directories: what is known of one is where it is, and what its author said of it. */
export function fileTwin({ kind, format }: OfKind<"file" | "directory">): Twin {
  return {
    type: maker(kind)(...(format === "" ? [] : [format])),
    fits: (value) => isReadObject(value) && value.has("path"),
    takes: (value) => (isReadObject(value) ? value.has("path") : isRemote(value)),
    native(value) {
      if (!isReadObject(value)) return nativeOfAny(value);
      const metadata = value.get("metadata");
      const uri = value.get("path");
      if (metadata === undefined || typeof uri !== "string") return uri;
      return flyteFile(uri, { metadata: plainOf(metadata) as Record<string, string> });
    },
    isSame: (value, decoded) =>
      isUri(value, decoded) ||
      (isReadObject(value) &&
        value.get("path") === memberIn(decoded, "uri") &&
        textOf(value.get("metadata")) === JSON.stringify(memberIn(decoded, "metadata") ?? {})),
  };
}

// A URI says where something is, here for each of them.
function isRemote(value: Read): boolean {
  return typeof value === "string" && value.includes("://");
}

// A handle of a file elsewhere, of which nothing is read here.
const HANDLE = { path: unread, stream: unread, text: unread, bytes: unread, files: unread, rows: unread };

function unread(): never {
  throw new Error("nothing of a recorded file is read");
}

function textOf(metadata: Read | undefined): string {
  return JSON.stringify(metadata === undefined ? {} : plainOf(metadata));
}

function isUri(value: Read, decoded: unknown): boolean {
  return typeof value === "string" && value === memberIn(decoded, "uri");
}

function memberIn(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** Datasets: where one is, and in which format. */
export function datasetTwin({ columns, format }: OfKind<"dataset">, making: Making): Twin {
  const types = columns.map(([name, type]) => [name, making.twinOf(type, making).type] as const);
  const options = {
    ...(columns.length === 0 ? {} : { columns: Object.fromEntries(types) }),
    ...(format === "" ? {} : { format }),
  };
  const isOne = (value: Read): boolean =>
    isReadObject(value) &&
    value.has("uri") &&
    (format === "" || [undefined, null, "", format].includes(value.get("file_format") as string));
  return {
    type: maker("dataset")(options),
    fits: isOne,
    takes: (value) => isOne(value) || isRemote(value),
    native(value) {
      if (!isReadObject(value)) return nativeOfAny(value);
      return { uri: value.get("uri"), format: value.get("file_format") ?? "", ...HANDLE };
    },
    isSame: (value, decoded) =>
      isUri(value, decoded) ||
      (isReadObject(value) &&
        value.get("uri") === memberIn(decoded, "uri") &&
        (value.get("file_format") ?? "") === memberIn(decoded, "format")),
  };
}
