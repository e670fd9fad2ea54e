import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { textOf } from "../errors/text-of.js";
import { nodeFs } from "./node-fs.js";

/** The error for what the file system threw, with the URI and what was being done to it. */
export function ioFault(cause: unknown, uri: string, action: string): Error {
  if (isFlytekitError(cause)) return cause;
  const code = codeOf(cause);
  if (code === "ENOENT" || code === "ENOTDIR")
    return errors.STORAGE_NOT_FOUND({ uri, isLink: isBrokenLink(cause) }, { cause });
  if (code === "EISDIR") {
    return errors.STORAGE_KIND_WRONG({ uri, wanted: "a file", found: "a directory" }, { cause });
  }
  const known = KNOWN[code];
  return errors.STORAGE_FAILED(
    { uri, action, problem: known?.problem ?? textOf(cause), advice: known?.advice },
    { cause },
  );
}

/** The code of an error of Node's, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "";
}

function isBrokenLink(cause: unknown): boolean {
  const path: unknown = Reflect.get(Object(cause), "path");
  if (typeof path !== "string") return false;
  try {
    return nodeFs().lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

const DENIED = {
  problem: "permission is denied",
  advice: "Check the owner and the mode of the file and of the directories above it.",
};
const FULL = {
  problem: "no space is left",
  advice: "Free some space, or keep the files of the run elsewhere: `runLocal(entity, inputs, { filesIn })`.",
};
const TOO_MANY = {
  problem: "too many files are open",
  advice:
    "Read streams to their end or leave their loops with `break`, lower the `concurrency` of the run, or raise `ulimit -n`.",
};

const KNOWN: Readonly<Record<string, { readonly problem: string; readonly advice: string }>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { problem: "the file system is read-only", advice: "Write to another file system." },
  ENOSPC: FULL,
  EDQUOT: FULL,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENAMETOOLONG: {
    problem: "a name in the path is too long",
    advice: "Use a name of at most 255 bytes of UTF-8.",
  },
  ELOOP: {
    problem: "its symbolic links lead in a circle",
    advice: "Remove the link, or give the path that it should lead to.",
  },
};
