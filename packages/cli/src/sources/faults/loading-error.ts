import { types } from "node:util";
import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";
import { faultOf } from "../hooks/fault-error.js";
import { authorsFrames } from "./authors-frames.js";
import { cycleFault } from "./cycle-fault.js";
import type { DescribedFault } from "./described-fault.js";
import { importFault } from "./import-fault.js";
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
  if (!isReadable(cause)) return undefined;
  const fault = faultOf(cause);
  if (fault !== undefined) return located(fault);
  const code: unknown = Reflect.get(cause, "code");
  if (code === "ERR_UNKNOWN_FILE_EXTENSION") return unknownKind(cause, file);
  if (code === "ERR_INVALID_PACKAGE_CONFIG") return brokenManifest(cause, file);
  const known = importFault(cause, file) ?? (await linkFault(cause)) ?? (await cycleFault(cause, file));
  if (known !== undefined) return known;
  if (Reflect.get(cause, "name") !== "SyntaxError" || !isOfNode(cause)) return undefined;
  return (await syntaxFaultIn(file, textOf(cause))) ?? syntaxFaultInPackage(cause, file);
}

/**
 * Whether it does no harm to read what was thrown: anything can be, also what does something when it is read. Errors from the
 * thread of the loader come as objects with the members of an error.
 */
function isReadable(cause: unknown): cause is object {
  if (types.isNativeError(cause)) return true;
  if (typeof cause !== "object" || cause === null || types.isProxy(cause)) return false;
  const members = Object.getOwnPropertyDescriptors(cause);
  return "stack" in members && Object.values(members).every((each) => "value" in each);
}

// What an author's code throws, such as `JSON.parse`, has a place in it.
function isOfNode(error: object): boolean {
  const frames = String(Reflect.get(error, "stack")).replace(/^[^]*?(?=\n {4}at )/, "");
  return placeOfStack(authorsFrames(frames)) === undefined;
}

// Node does not say in which, and authors mend nothing there.
function syntaxFaultInPackage(error: object, file: string): DescribedFault {
  return {
    file,
    problem: `a package that it imports has a syntax error: ${textOf(error).replace(/\.$/, "")}`,
    advice: "Look at the packages that were installed or changed last, and install them again.",
  };
}

function brokenManifest(error: object, file: string): DescribedFault {
  const said = String(Reflect.get(error, "message"));
  const [, manifest = file] = /^Invalid package config (.*?package\.json)/.exec(said) ?? [];
  const [, why = "what is in it is wrong"] = /\. ([A-Z][^]*?)\.?$/.exec(said) ?? [];
  return {
    file: manifest,
    problem: `Node cannot use it: ${why}`,
    advice: "Mend it, or install the package again.",
  };
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
  const stack = isReadable(cause) ? String(Reflect.get(cause, "stack")) : "";
  const location = placeOfStack(authorsFrames(stack));
  return {
    file,
    location,
    problem: `its code throws while it is loaded: ${textOf(cause).replace(/\.$/, "")}`,
    advice: "Mend what it throws, or move what should not happen on import into a function.",
  };
}
