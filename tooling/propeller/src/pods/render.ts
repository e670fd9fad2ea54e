import { userFailure } from "../values/failure.js";
import { goText } from "../values/go-text.js";
import type { Literals } from "../values/literals.js";

/** What the placeholders of a command stand for. */
export interface Placeholders {
  readonly input: string;
  readonly inputPrefix: string;
  readonly outputPrefix: string;
  readonly rawOutputDataPrefix: string;
  readonly checkpointOutputPrefix: string;
  /** Undefined where no attempt came before. */
  readonly prevCheckpointPrefix: string | undefined;
  readonly perRetryUniqueKey: string;
  readonly taskTemplatePath: string;
  readonly namespace: string;
  /** Those of one item, for an item of a map. */
  readonly inputs: Literals;
}

const PLACEHOLDER = /\{\{\s*[.$]([a-z]+)(?:\.([^}\s]+))?\s*\}\}/gi;

/** An argument with its placeholders replaced; what is no placeholder stays. @throws `BadTaskFormat` for an unknown input */
export function render(text: string, values: Placeholders): string {
  return text.replaceAll(PLACEHOLDER, (whole: string, name: string, input: string | undefined) => {
    const kind = name.toLowerCase();
    if (kind === "inputs" && input !== undefined) {
      const literal = values.inputs.get(input);
      if (literal === undefined)
        throw userFailure("BadTaskFormat", `there is no input ${input} for ${whole}`);
      return goText(literal);
    }
    return input === undefined ? (valueOf(kind, values) ?? whole) : whole;
  });
}

function valueOf(kind: string, values: Placeholders): string | undefined {
  switch (kind) {
    case "input":
      return values.input;
    case "inputprefix":
      return values.inputPrefix;
    case "outputprefix":
      return values.outputPrefix;
    case "rawoutputdataprefix":
      return values.rawOutputDataPrefix;
    case "checkpointoutputprefix":
      return values.checkpointOutputPrefix;
    case "prevcheckpointprefix":
      // The engine writes two quotes for nothing.
      return values.prevCheckpointPrefix ?? '""';
    case "perretryuniquekey":
      return values.perRetryUniqueKey;
    case "tasktemplatepath":
      return values.taskTemplatePath;
    case "namespace":
      return values.namespace;
    default:
      return undefined;
  }
}
