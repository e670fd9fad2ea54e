import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { nodeFs } from "./node-fs.js";
import { systemCode, systemWords } from "./system-words.js";

/** The error for what the file system threw, with the URI and what was being done to it. */
export function ioFault(cause: unknown, uri: string, action: string): Error {
  if (isFlytekitError(cause)) return cause;
  const code = systemCode(cause);
  if (code === "ENOENT" || code === "ENOTDIR")
    return errors.STORAGE_NOT_FOUND({ uri, isLink: isBrokenLink(cause) }, { cause });
  if (code === "EISDIR") {
    return errors.STORAGE_KIND_WRONG({ uri, wanted: "a file", found: "a directory" }, { cause });
  }
  const advice = Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
  // What words depend on the action is told above.
  return errors.STORAGE_FAILED({ uri, action, problem: systemWords(cause, "writing"), advice }, { cause });
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

const DENIED = "Check the owner and the mode of the file and of the directories above it.";
const FULL =
  "Free some space, or keep the files of the run elsewhere: `runLocal(entity, inputs, { filesIn })`.";
const TOO_MANY =
  "Read streams to their end or leave their loops with `break`, lower the `concurrency` of the run, or raise `ulimit -n`.";

const ADVICE: { readonly [code: string]: string } = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: "Write to another file system.",
  ENOSPC: FULL,
  EDQUOT: FULL,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENAMETOOLONG: "Use a name of at most 255 bytes of UTF-8.",
  ELOOP: "Remove the link, or give the path that it should lead to.",
};
