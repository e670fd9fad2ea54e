import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { errors } from "../../errors.js";

/** The inputs of a run, and what else stands behind the entity. */
export interface InputsRead {
  readonly values: Readonly<Record<string, unknown>>;
  readonly others: readonly string[];
}

/** Take `--inputs-file FILE` from what stands behind the entity. @throws `USAGE_INVALID` */
export async function readInputs(rest: readonly string[], cwd: string): Promise<InputsRead> {
  const at = rest.indexOf("--inputs-file");
  if (at < 0) return { values: {}, others: rest };
  const others = rest.filter((_, index) => index !== at && index !== at + 1);
  const file = resolve(cwd, rest[at + 1] ?? "");
  try {
    return { values: JSON.parse(await readFile(file, "utf8")) as InputsRead["values"], others };
  } catch (cause) {
    throw errors.USAGE_INVALID(
      { command: "tsflyte run", problem: `${file} cannot be read as JSON` },
      { cause },
    );
  }
}
