import { enumerate } from "../../words/enumerate.js";
import { uriWords } from "../../words/uri-words.js";
import { defineError } from "../define-errors.js";

/** A secret that a task asked for. */
export interface NamedSecret {
  readonly task: string;
  /** The name in one string. */
  readonly secret: string;
  readonly group: string | undefined;
  readonly version: string | undefined;
  readonly key: string | undefined;
}

function declaration({ group, version, key }: NamedSecret): string {
  const parts = Object.entries({ group, key, version }).filter(([, value]) => value !== undefined);
  return `\`secrets: [{ ${parts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} }]\``;
}

// The errors of a task's context.

export const CHECKPOINT_AMBIGUOUS = defineError("CHECKPOINT_AMBIGUOUS", {
  origin: "user",
  message: (p: { files: readonly string[] }) =>
    `The checkpoint has ${p.files.length} files (${enumerate(p.files, uriWords)}), but \`read\` takes exactly one.`,
  hint: "Take all files with `await checkpoint.restore()`, which gives the path of their directory.",
});

export const SECRET_NOT_DECLARED = defineError("SECRET_NOT_DECLARED", {
  origin: "user",
  message: (p: NamedSecret) =>
    `Task ${p.task} asks for the secret ${p.secret}, which it does not declare, so a cluster would not give it.`,
  hint: (p) => `Add ${declaration(p)} to the options of the task.`,
});

export const SECRET_NOT_FOUND = defineError("SECRET_NOT_FOUND", {
  origin: "user",
  message: (p: NamedSecret & { places: readonly string[]; isLocal: boolean; variable: string }) =>
    `Task ${p.task} asks for the secret ${p.secret}, but there is none: not as ${enumerate(p.places, (place) => place)}.`,
  hint: (p) =>
    p.isLocal
      ? `Set the variable ${p.variable}, or pass \`runLocal(entity, inputs, { secrets: { ${JSON.stringify(p.secret)}: value } })\`; on a cluster the task needs ${declaration(p)}.`
      : `Add ${declaration(p)} to the options of the task, and the secret to the cluster.`,
});
