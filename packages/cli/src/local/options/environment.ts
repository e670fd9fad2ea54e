import { nameAndValue } from "../../inputs/name-and-value.js";

/** Environment variables by name. */
export type Variables = ReadonlyMap<string, string>;

/** Variables as they are written on a command line, by name. @throws `USAGE_INVALID` */
export function variablesOf(texts: readonly string[]): Variables {
  return new Map(texts.map((text) => nameAndValue(text, "env")));
}

/** Do something with environment variables set in this process, and set them back. */
export async function withVariables<T>(variables: Variables, work: () => Promise<T>): Promise<T> {
  const before = [...variables.keys()].map((name) => [name, process.env[name]] as const);
  for (const [name, value] of variables) process.env[name] = value;
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
