import { uriWords } from "../words/uri-words.js";
import { defineError } from "./define-errors.js";

const INSTALL =
  "Declare it with `dataset({ ... })` of @flytekit-ts/datasets, which reads and writes parquet, csv and jsonl (`npm install @flytekit-ts/datasets`)";

// The errors of datasets.

export const DATASET_FORMAT_UNKNOWN = defineError("DATASET_FORMAT_UNKNOWN", {
  origin: "user",
  message: (p: { at: string; format: string; known: readonly string[] }) =>
    `${p.at} cannot be read or written as ${JSON.stringify(p.format)}: its type has ${p.known.length === 0 ? "no formats" : `only ${p.known.join(", ")}`}.`,
  hint: ({ known }) =>
    `${INSTALL}${known.length === 0 ? "" : ", or add the format to the `formats` of the type"}.`,
});

export const DATASET_NOT_FOUND = defineError("DATASET_NOT_FOUND", {
  origin: "user",
  message: (p: { uri: string }) =>
    `There is no dataset at ${uriWords(p.uri)}: it is neither a file nor a folder with files of data.`,
  hint: "Check the path or URI. In a folder, names that begin with `.` or `_` are not read.",
});

export const DATASET_NOT_LOADED = defineError("DATASET_NOT_LOADED", {
  origin: "user",
  message: (p: { uri: string }) => `The rows of the dataset at ${uriWords(p.uri)} cannot be read here.`,
  hint: "Read them in a task that receives the dataset as an input: a runner tells it where data is stored.",
});

export const DATASET_PARTITIONED = defineError("DATASET_PARTITIONED", {
  origin: "user",
  message: (p: { uri: string; folder: string }) =>
    `The dataset at ${uriWords(p.uri)} has columns in the names of its folders (${p.folder}), which are not read.`,
  hint: "Write it without partitions, or give the URI of one of these folders.",
});
