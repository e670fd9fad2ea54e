import { closest } from "@flytekit-ts/core/graph";
import type { InputStream } from "../command/host.js";
import { errors } from "../errors.js";
import { adviceOnInputs } from "./advice-on-inputs.js";
import { type Data, type DataRead, isObject } from "./documents/data.js";
import { parseEither } from "./documents/read-document.js";
import { type Place, readStream, readText } from "./documents/read-text.js";
import type { Asked } from "./input-flags.js";
import { RESERVED, type SplitOptions, type SplitWords } from "./split-words.js";
import { spellingsOf } from "./spellings.js";

/** What a file of inputs says of one of them, and which file. */
export interface GivenData {
  readonly data: Data;
  readonly from: string;
}

interface Options extends SplitOptions, Place {
  readonly stdin: InputStream;
}

/**
 * The inputs in the file that was named, and in standard input if that was asked for; what is in both counts as standard input
 * has it.
 *
 * @throws `INPUTS_INVALID` for what cannot be read, `USAGE_INVALID` for a key that is no input.
 */
export async function fileInputs(
  asked: Asked,
  { inputsFile, fromStdin }: SplitWords,
  options: Options,
): Promise<ReadonlyMap<string, GivenData>> {
  const given = new Map<string, GivenData>();
  if (inputsFile !== undefined && inputsFile !== "-") {
    const read = await readText(inputsFile, options);
    add(given, asked, {
      read: "text" in read ? await parseEither(read.text) : read,
      from: inputsFile,
      options,
    });
  }
  if (fromStdin || inputsFile === "-") {
    const read = await readStream(options.stdin, options.signal);
    // No inputs, as in flytekit.
    if ("text" in read && read.text.trim() === "") return given;
    add(given, asked, {
      read: "text" in read ? await parseEither(read.text) : read,
      from: "standard input",
      options,
    });
  }
  return given;
}

interface FileRead {
  readonly read: DataRead;
  readonly from: string;
  readonly options: Options;
}

function add(given: Map<string, GivenData>, asked: Asked, { read, from, options }: FileRead): void {
  const { command } = options;
  const problem =
    "problem" in read
      ? read.problem
      : isObject(read.data)
        ? undefined
        : "it is not an object with a key for each input";
  if (problem !== undefined)
    throw errors.INPUTS_INVALID({
      command,
      problems: [`inputs cannot be read from ${from}: ${problem}`],
      advice: 'Let it hold an object of JSON or YAML with the inputs by name, such as {"x": 5}.',
    });
  const entries = "data" in read && isObject(read.data) ? read.data : new Map<string, Data>();
  const spellings = spellingsOf(asked.inputs, new Set(RESERVED));
  for (const [key, data] of entries) {
    const spelling = spellings.get(key);
    if (spelling === undefined || spelling.isNegated) {
      const near = closest(key, [...asked.inputs.keys()]);
      throw errors.USAGE_INVALID({
        command,
        problem: `${from} has ${JSON.stringify(key.slice(0, 60))}, which is not an input`,
        advice: near === undefined ? adviceOnInputs(spellings, "") : `Did you mean ${near}?`,
      });
    }
    given.set(spelling.input, { data, from });
  }
}
