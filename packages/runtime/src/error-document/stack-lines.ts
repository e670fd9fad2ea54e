import { fileURLToPath } from "node:url";
import { applySourceMap } from "@flytekit-ts/core/context";
import { attempt } from "@flytekit-ts/core/errors";

/** The name of the function below whose frame nothing is the author's: `runAuthor` of any copy of core. */
const AUTHOR_FRAME = "~author";
const PLACE =
  /(?<before>.*?\(?)(?<file>(?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()\n]*?):(?<line>\d+):(?<column>\d+)(?<after>\)?)$/;

// The folder of this package's code, or of the program that it is bundled in.
const OURS = fileURLToPath(new URL("..", import.meta.url));

/** The frames of a thrown value, without those of our own, unless there are no others. Never throws. */
export function stackLines(error: unknown): readonly string[] {
  const lines = framesOf(error);
  const end = lines.findIndex((line) => line.includes(AUTHOR_FRAME));
  const inside = end < 0 ? lines : lines.slice(0, end);
  const others = inside.filter((line) => !line.includes(OURS));
  return (others.length > 0 ? others : inside).map(inSource);
}

function framesOf(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null) return [];
  const stack = attempt<unknown>(
    () => Reflect.get(error, "stack"),
    undefined,
    () => {},
  );
  if (typeof stack !== "string") return [];
  return stack.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}

// Maps are read only here, when an error is printed: a program that throws and catches pays nothing for them.
function inSource(line: string): string {
  const found = PLACE.exec(line)?.groups;
  if (found === undefined) return line;
  const { before = "", file = "", after = "" } = found;
  const path = file.startsWith("file:")
    ? attempt(
        () => fileURLToPath(file),
        file,
        () => {},
      )
    : file;
  const at = applySourceMap({ file: path, line: Number(found["line"]), column: Number(found["column"]) });
  return `${before}${at.file}:${at.line}:${at.column}${after}`;
}
