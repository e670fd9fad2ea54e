import type { DatasetFormat } from "@flytekit-ts/core/types";
import { readJsonLines, writeJsonLines } from "../text/json-lines.js";

/** JSON lines: an object on each line. */
export const jsonl: DatasetFormat = Object.freeze({
  name: "jsonl",
  extensions: ["jsonl", "ndjson"],
  fileName: "00000.jsonl",
  read: readJsonLines,
  write: writeJsonLines,
});
