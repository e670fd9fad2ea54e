import { uriWords } from "../words/uri-words.js";
import { defineError } from "./define-errors.js";

/** The errors of files, directories and storage: a part of the catalogue. */
const isUrl = (uri: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(uri) && !/^file:/i.test(uri);

const takeFrom = (name: string): string =>
  `Pass \`${name}()\` of @flytekit-ts/storage-${name}: \`runLocal(entity, inputs, { storage: ${name}() })\`, or \`flyteFile(uri, { storage: ${name}() })\` in a test.`;
const storageHints: ReadonlyMap<string, string> = new Map([
  ["s3", takeFrom("s3")],
  ["gs", takeFrom("gcs")],
  ["abfs", takeFrom("azure")],
  ["abfss", takeFrom("azure")],
]);

export const FILE_CHANGED = defineError("FILE_CHANGED", {
  origin: "user",
  message: (p: { uri: string }) =>
    `The file ${uriWords(p.uri)} has changed since another value of this run was made of it.`,
  hint: "Write each file under a path of its own: `context.newFile(name)` gives one that nothing else gets.",
});

export const FILE_NOT_TEXT = defineError("FILE_NOT_TEXT", {
  origin: "user",
  message: (p: { uri: string; problem: string }) => `The file ${uriWords(p.uri)} ${p.problem}.`,
  hint: "Read it with `bytes()` or `stream()`, and decode it yourself.",
});

export const LITERAL_NOT_FETCHED = defineError("LITERAL_NOT_FETCHED", {
  origin: "system",
  message: (p: { path: string; uri: string; problem: string }) =>
    `${p.path === "" ? "A value" : p.path} is stored separately, at ${uriWords(p.uri)}, and ${p.problem}.`,
  hint: "Run the workflow again; if that does not help, what wrote the value has a bug.",
});

export const STORAGE_ABORTED = defineError("STORAGE_ABORTED", {
  origin: "user",
  message: (p: { uri: string; action: string }) =>
    `${p.action} ${uriWords(p.uri)} was aborted before it was done.`,
  hint: "Look at the `cause` of this error: it is the reason that the signal gave.",
});

export const STORAGE_FAILED = defineError("STORAGE_FAILED", {
  origin: "system",
  message: (p: { uri: string; action: string; problem: string; advice?: string | undefined }) =>
    `${p.action} ${uriWords(p.uri)} failed: ${p.problem}.`,
  hint: ({ advice }) => advice ?? "Look at the `cause` of this error.",
});

export const STORAGE_KIND_WRONG = defineError("STORAGE_KIND_WRONG", {
  origin: "user",
  message: (p: { uri: string; wanted: string; found: string }) =>
    `${uriWords(p.uri)} is ${p.found}, and not ${p.wanted}.`,
  hint: ({ wanted }) =>
    wanted === "a file"
      ? "Give the path of a file, or declare the type as `t.directory()`."
      : "Give the path of a directory, or declare the type as `t.file()`.",
});

export const STORAGE_NOT_FOUND = defineError("STORAGE_NOT_FOUND", {
  origin: "user",
  message: (p: { uri: string; isLink?: boolean }) =>
    p.isLink === true
      ? `${uriWords(p.uri)} is a link to something that does not exist.`
      : `There is nothing at ${uriWords(p.uri)}.`,
  hint: ({ uri }) =>
    isUrl(uri)
      ? "Check the URI: its capitals, and what stands before the first slash."
      : "Check the path; a relative one starts at the working directory of the process.",
});

export const STORAGE_NOT_INSTALLED = defineError("STORAGE_NOT_INSTALLED", {
  origin: "user",
  message: (p: { uri: string; packageName: string }) =>
    `${uriWords(p.uri)} needs the package ${p.packageName}, which is not installed.`,
  hint: ({ packageName }) =>
    `Install it where the process runs, in the image too: \`npm install ${packageName}\`.`,
});

export const STORAGE_READ_ONLY = defineError("STORAGE_READ_ONLY", {
  origin: "user",
  message: (p: { uri: string; action: string }) =>
    `${p.action} ${uriWords(p.uri)} is not possible: over http a file can be read, and nothing else.`,
  hint: "Write to a path, or to an object store such as `s3://bucket/key`.",
});

export const STORAGE_SCHEME_UNKNOWN = defineError("STORAGE_SCHEME_UNKNOWN", {
  origin: "user",
  message: (p: { uri: string; scheme: string; known: readonly string[] }) =>
    `No storage was given for ${p.scheme}:// (${uriWords(p.uri)}); there is one for ${p.known.join(", ")}.`,
  hint: ({ scheme }) =>
    storageHints.get(scheme) ??
    `Pass a storage whose \`schemes\` have "${scheme}": \`runLocal(entity, inputs, { storage })\`, or \`flyteFile(uri, { storage })\` in a test.`,
});

export const VALUE_NOT_STORED = defineError("VALUE_NOT_STORED", {
  origin: "user",
  message: (p: { path: string; problem: string; advice?: string | undefined }) =>
    `${p.path === "" ? "The value" : p.path} could not be stored: ${p.problem}`,
  hint: ({ advice }) => advice ?? "Look at the `cause` of this error.",
});
