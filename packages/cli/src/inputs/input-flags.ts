import type { RuntimeType, TypeTransformer } from "@flytekit-ts/core/types";
import { defaultText } from "./default-text.js";
import { kindOf } from "./kinds/kind-of.js";
import { typeWords } from "./kinds/type-words.js";
import { fieldsOf, type InputField } from "./input-fields.js";
import { spellingsOf } from "./spellings.js";

/** The inputs of an entity, of this program or of a cluster. */
export interface Asked {
  readonly inputs: ReadonlyMap<string, RuntimeType>;
}

/** The flag of an input, for help pages and completions. */
export interface InputFlag {
  /** The name of the input. */
  readonly input: string;
  /** How the flag is written, with its dashes; the usual form is the first: `--two_words`, `--two-words`. */
  readonly flags: readonly string[];
  /** The same for the flag that says false, of a boolean: `--no-two-words`. */
  readonly negations: readonly string[];
  /** The type in words: `int`, `list of float`, `"red" or "blue"`. */
  readonly takes: string;
  /** What fits, with an example: `an int is a whole number such as 5`. */
  readonly fits: string;
  readonly description: string | undefined;
  /** The default as it would be typed. */
  readonly default: string | undefined;
  /** Whether the input has to be given. A boolean without a default is false, and an optional none. */
  readonly isRequired: boolean;
  /** Whether a value follows the flag. None follows that of a boolean. */
  readonly takesValue: boolean;
  /** All texts that it takes, if they are few: the values of an enum. */
  readonly choices: readonly string[];
  /** What a shell completes: paths of files or of directories. */
  readonly completes: "file" | "directory" | undefined;
  /** The fields of a record. */
  readonly fields: readonly InputField[];
}

/** The flags that are made of the inputs of an entity, in the order in which those are declared. */
export function flagsOf({ inputs }: Asked, reserved?: ReadonlySet<string>): readonly InputFlag[] {
  const spellings = [...spellingsOf(inputs, reserved)];
  return [...inputs].map(([input, type]) => {
    const own = spellings.filter(([, spelling]) => spelling.input === input);
    const written = (isNegated: boolean): readonly string[] =>
      own.filter(([, spelling]) => spelling.isNegated === isNegated).map(([text]) => `--${text}`);
    const { transformer } = type;
    const { name, fits } = typeWords(transformer);
    return {
      input,
      flags: written(false),
      negations: written(true),
      takes: name,
      fits,
      description: type.description,
      default: defaultText(type),
      isRequired: isRequired(type),
      takesValue: kindOf(transformer).kind !== "boolean",
      choices: choicesOf(transformer),
      completes: completionOf(transformer),
      fields: fieldsOf(transformer, 0),
    };
  });
}

/** Whether an input has to be given. */
export function isRequired({ transformer, default: fallback }: RuntimeType): boolean {
  if (fallback !== undefined) return false;
  const kind = kindOf(transformer);
  if (kind.kind === "union") return !kind.variants.some((each) => kindOf(each).kind === "none");
  return kind.kind !== "boolean" && kind.kind !== "none";
}

function choicesOf(transformer: TypeTransformer): readonly string[] {
  const kind = kindOf(transformer);
  if (kind.kind === "union") return kind.variants.flatMap(choicesOf);
  return kind.kind === "enum" || kind.kind === "choice" ? kind.values.map(String) : [];
}

// What is read from JSON may be the path of a file of it.
function completionOf(transformer: TypeTransformer): InputFlag["completes"] {
  const kind = kindOf(transformer);
  switch (kind.kind) {
    case "union": {
      const all = kind.variants.map(completionOf).filter((each) => each !== undefined);
      return all.includes("file") ? "file" : all[0];
    }
    case "directory":
      return "directory";
    case "file":
    case "dataset":
    case "binary":
    case "list":
    case "map":
    case "record":
    case "json":
      return "file";
    default:
      return undefined;
  }
}
