import * as errors from "../errors.js";
import { nodeFs, nodePath, randomName } from "../storage/node-fs.js";
import { quoteValue } from "../words/describe-value.js";
import { isWellFormed } from "../words/plain-object.js";

/** The part of a task's context that makes files. */
export interface WorkingFiles {
  readonly workingDirectory: string;
  newFile(name: string): string;
}

/** A directory for the files of one attempt, which is made when it is first asked for. */
export function workingFiles(make: () => string): WorkingFiles {
  let path: string | undefined;
  const directory = (): string => (path ??= make());
  return {
    get workingDirectory() {
      return directory();
    },
    newFile(name) {
      assertFileName(name);
      const { join } = nodePath();
      const folder = join(directory(), randomName());
      nodeFs().mkdirSync(folder, { recursive: true });
      return join(folder, name);
    },
  };
}

function assertFileName(name: unknown): void {
  const isName =
    typeof name === "string" &&
    !["", ".", ".."].includes(name) &&
    isWellFormed(name) &&
    !/[/\0]/.test(name) &&
    Buffer.byteLength(name) <= 255;
  if (isName) return;
  throw errors.OPTION_INVALID({
    at: "newFile",
    option: "name",
    wanted: "a file name",
    given: name,
    inWords: quoteValue(name),
    advice: 'Give a name without slashes: `context.newFile("report.csv")` makes a folder for it.',
  });
}
