import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { textOf } from "../description/text-of.js";
import type { Value } from "../description/type.js";
import { chosenAs } from "./build-type.js";
import { type Forms, partOf, rowsOf } from "./make-value.js";

/** The form of described values in which an author gives them. Files come to lie in the store. */
export function written(store: ValueStore): Forms {
  return {
    union: chosenAs,
    stored(type, value) {
      if (type.kind === "dataset") return rowsOf(type.columns, value);
      return type.kind === "file" ? fileOf(value, store) : directoryOf(value, store);
    },
  };
}

// An author gives a file by its path or by its bytes.
function fileOf(value: Value, store: ValueStore): unknown {
  const bytes = Buffer.from(textOf(partOf(value, "bytes")), "hex");
  if (bytes.length % 2 === 1) return new Uint8Array(bytes);
  return write(store.newUri(textOf(partOf(value, "name"))), bytes);
}

function directoryOf(value: Value, store: ValueStore): string {
  const folder = store.newUri("folder");
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of partOf(value, "files") as readonly (readonly [string, string])[])
    write(join(folder, name), Buffer.from(bytes, "hex"));
  return folder;
}

function write(path: string, bytes: Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
