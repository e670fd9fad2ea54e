import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { isFlytekitError, type Problem, type SourceLocation } from "@flytekit-ts/workflow";
import { describeProblem } from "@flytekit-ts/workflow/checks";

/** A file of the corpus: what its author should hear, and where. */
export interface WrongWorkflow {
  readonly path: string;
  /** Its theme and name: `calls/int-for-float`. */
  readonly name: string;
  /** What its doc comment begins with, up to the colon: `CODE, warning CODE`. */
  readonly codes: readonly string[];
  /** The lines that end with `// here`, each as often as it says so. */
  readonly lines: readonly number[];
}

/** What the author is told. */
export interface Told {
  /** As it is printed. */
  readonly message: string;
  readonly codes: readonly string[];
  readonly locations: readonly (SourceLocation | undefined)[];
}

/** The wrong workflows of a folder, by theme: the folder's own folders. */
export function wrongWorkflows(folder: string): ReadonlyMap<string, readonly WrongWorkflow[]> {
  const themes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "support" && entry.name !== "messages")
    .map(({ name }) => name)
    .toSorted();
  return new Map(themes.map((theme) => [theme, workflowsOf(join(folder, theme))]));
}

function workflowsOf(folder: string): readonly WrongWorkflow[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return files.toSorted().map((file) => readWrongWorkflow(join(folder, file)));
}

/** A file of the corpus. */
export function readWrongWorkflow(path: string): WrongWorkflow {
  const text = readFileSync(path, "utf8");
  const [, codes = ""] = /^\/\*\* ((?:(?:warning )?[A-Z_]+(?: x\d+)?(?:, )?)+): /.exec(text) ?? [];
  const lines = text.split("\n").flatMap((line, index) => markedLines(line, index + 1));
  const name = `${basename(dirname(path))}/${basename(path, ".ts")}`;
  return { path, name, codes: codes.split(", ").flatMap(repeated), lines };
}

/** `CODE x3` three times. */
function repeated(text: string): readonly string[] {
  const [what = "", times = "1"] = text.split(" x");
  return Array.from({ length: Number(times) }, () => what);
}

// A mark behind a bracket is put on a line of its own by the formatter, and is about the line before it.
function markedLines(line: string, number: number): readonly number[] {
  const [, code, times = ""] = /^(.*)\/\/ here( x\d+)?$/.exec(line) ?? [];
  if (code === undefined) return [];
  return repeated(`here${times}`).map(() => (code.trim() === "" ? number - 1 : number));
}

/**
 * Load a wrong workflow, which its module declares and compiles, and see what its author is told.
 *
 * That is what the module throws. One that only deserves a warning throws nothing and exports its `warnings`.
 */
export async function load({ path }: WrongWorkflow): Promise<Told> {
  try {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
    return fromWarnings((module as { readonly warnings?: readonly Problem[] }).warnings);
  } catch (error) {
    return fromError(error);
  }
}

function fromWarnings(warnings: readonly Problem[] | undefined): Told {
  if (warnings === undefined) throw new Error("nothing was refused, and there are no warnings");
  return {
    message: warnings.map(describeProblem).join("\n"),
    codes: warnings.map(({ severity, code }) => (severity === "warning" ? `warning ${code}` : code)),
    locations: warnings.map(({ location }) => location),
  };
}

// Errors that list others.
const LISTING: ReadonlySet<string> = new Set(["WORKFLOW_INVALID", "REGISTRATION_INVALID"]);

function fromError(error: unknown): Told {
  if (!isFlytekitError(error)) throw error;
  const { code, location, message } = error;
  if (!LISTING.has(code)) return { message, codes: [code], locations: [location] };
  const { problems } = error.params as { readonly problems: readonly Problem[] };
  return { ...fromWarnings(problems), message };
}
