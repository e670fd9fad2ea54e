import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of packaging and of images: a part of the catalogue. */
export const packErrors = defineErrors({
  CODE_CHANGED: {
    origin: "user",
    message: (p: { file: string }) => `The file ${p.file} changed while it was put into the code archive.`,
    hint: "Wait for builds and editors that write into the folder, and package again.",
  },
  CODE_EMPTY: {
    origin: "user",
    message: (p: { root: string }) => `No file of ${p.root} belongs into the code archive.`,
    hint: "Check `code.root`, and what .gitignore, .dockerignore and .flyteignore leave of it.",
  },
  CODE_FILES_LEFT_OUT: {
    origin: "user",
    message: (p: { files: readonly { readonly path: string; readonly why: string }[] }) =>
      `The code archive leaves out ${shown(p.files.map(({ path, why }) => `${path} (${why})`))}.`,
    hint: "List them in .flyteignore if tasks do not need them; `code.followLinks` takes what links lead to.",
  },
  CODE_LARGE: {
    origin: "user",
    message: (p: { bytes: number; largest: readonly { readonly path: string; readonly bytes: number }[] }) =>
      `The code archive holds ${mib(p.bytes)}, which every container downloads; its largest files are ${shown(p.largest.map(({ path, bytes }) => `${path} (${mib(bytes)})`))}.`,
    hint: "List what tasks do not need in .flyteignore, or package only the files of a bundle with `code.files`.",
  },
  CODE_LACKS_MODULE: {
    origin: "user",
    message: (p: { task: string; module: string; why: string }) =>
      `The task ${p.task} is loaded from ${p.module}, which is not in the code archive: ${p.why}.`,
    hint: "Let that ignore file keep it (`!path` in a .flyteignore or .dockerignore), or list the files yourself with `code.files`.",
  },
  CODE_NOT_READ: {
    origin: "user",
    message: (p: { file: string; problem: string }) =>
      `${p.file} could not be read for the code archive: ${p.problem}.`,
    hint: "Make it readable, or list it in .flyteignore if tasks do not need it.",
  },
  IMAGE_NOT_BUILT: {
    origin: "user",
    message: (p: { image: string; action: "exists" | "build"; problem: string }) =>
      `The hook of the image ${p.image} failed in \`${p.action}\`: ${p.problem}.`,
    hint: "Look at the `cause` of this error; nothing was packaged.",
  },
  MODULE_UNLOADABLE: {
    origin: "user",
    message: (p: { module: string; problem: string }) =>
      `The module ${p.module} cannot be loaded: ${p.problem}.`,
    hint: "Look at the `cause` of this error. TypeScript needs a Node that reads it (22.18 or later), or a loader such as tsx.",
  },
  PACKAGE_EMPTY: {
    origin: "user",
    message: (p: { what: string }) => `There is nothing to package: ${p.what}.`,
    hint: "Give the tasks, workflows and launch plans to register, such as the exports of a module.",
  },
  PACKAGE_EXISTS: {
    origin: "user",
    message: (p: { path: string }) => `There is a file at ${p.path} already.`,
    hint: "Choose another path, or let it be replaced: `{ overwrite: true }`, on the command line `--force`.",
  },
  PACKAGE_NAME_TOO_LONG: {
    origin: "user",
    message: (p: { name: string; bytes: number }) =>
      `The package would hold a file named ${p.name.slice(0, 60)}..., of ${p.bytes} characters; names of files have at most 255.`,
    hint: "Give the entity a shorter name.",
  },
  PACKAGE_NOT_WRITTEN: {
    origin: "system",
    message: (p: { path: string; problem: string }) =>
      `The package could not be written to ${p.path}: ${p.problem}.`,
    hint: "Nothing was left at the path: choose a folder that can be written to, and has room.",
  },
});

const MOST = 5;

function shown(words: readonly string[]): string {
  const rest = words.length - MOST;
  return rest > 0 ? `${words.slice(0, MOST).join(", ")} and ${rest} more` : words.join(", ");
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
