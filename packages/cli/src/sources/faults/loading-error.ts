import { types } from "node:util";
import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";
import { faultOf } from "../hooks/fault-error.js";
import { cycleFault } from "./cycle-fault.js";
import type { DescribedFault } from "./described-fault.js";
import { importFault } from "./import-fault.js";
import { isSafeToRead } from "./is-safe-to-read.js";
import { linkFault } from "./link-fault.js";
import { shownPath } from "./shown-path.js";
import { located, syntaxFaultIn } from "./syntax-fault-in.js";

/** The error for what went wrong while a file was loaded. What is wrong with a declaration says so itself. */
export async function loadingError(cause: unknown, file: string): Promise<Error> {
  if (isFlytekitError(cause)) return cause;
  const described = await describe(cause, file);
  const fault = described ?? thrown(cause, file);
  return errors.SOURCE_UNLOADABLE(
    { file: shownPath(fault.file), problem: fault.problem, advice: fault.advice },
    // What is described needs no other words.
    { cause: described === undefined ? cause : undefined, location: fault.location },
  );
}

async function describe(cause: unknown, file: string): Promise<DescribedFault | undefined> {
  // Anything can be thrown. What is no error may do anything when it is read, and none of what is described here.
  if (!isSafeToRead(cause)) return undefined;
  const fault = faultOf(cause);
  if (fault !== undefined) return located(fault);
  const code: unknown = Reflect.get(cause, "code");
  if (code === "ERR_UNKNOWN_FILE_EXTENSION") return unknownKind(cause, file);
  const known = importFault(cause, file) ?? (await linkFault(cause)) ?? (await cycleFault(cause, file));
  if (known !== undefined) return known;
  return Reflect.get(cause, "name") === "SyntaxError" && isOfNode(cause) ? syntaxFaultIn(file) : undefined;
}

// What an author's code throws, such as `JSON.parse`, has a place in it.
function isOfNode(error: object): boolean {
  const frames = String(Reflect.get(error, "stack")).replace(/^[^]*?(?=\n {4}at )/, "");
  return placeOfStack(frames) === undefined;
}

function unknownKind(error: object, file: string): DescribedFault {
  const [, extension = "", path = ""] =
    /"(\.[^"]*)" for (.+)$/m.exec(String(Reflect.get(error, "message"))) ?? [];
  return {
    file,
    problem: `it imports ${path}, and Node cannot load files that end in ${extension}`,
    advice: "Read such a file with `node:fs` instead.",
  };
}

function thrown(cause: unknown, file: string): DescribedFault {
  const stack = types.isNativeError(cause) ? String(cause.stack) : "";
  const location = placeOfStack(stack);
  return {
    file,
    location,
    problem: `its code throws while it is loaded: ${textOf(cause).replace(/\.$/, "")}`,
    advice: "Mend what it throws, or move what should not happen on import into a function.",
  };
}
