import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "@flytekit-ts/core/graph";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { encode } from "@flytekit-ts/models";
import { Literal } from "@flytekit-ts/models/core";
import { type PythonPlace, runPython } from "./run-python.js";

type Literals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Values that flytekit writes for inputs of its tasks are read by the types of the pulled module, written by them, and read by
 * flytekit again.
 *
 * @returns which are another value there than they were.
 */
export async function exchangeValues(
  place: PythonPlace,
  shop: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const written = lastLine(await runPython(place, "pulled_values.py", ["write"])) as Literals;
  const found: string[] = [];
  const ours: Record<string, Record<string, string>> = {};
  for (const [task, literals] of Object.entries(written)) {
    const { inputs } = (shop[task] as Entity).interface;
    for (const [name, data] of Object.entries(literals)) {
      const transformer = inputs.get(name)?.transformer;
      if (transformer === undefined) throw new Error(`${task} has no input ${name}`);
      try {
        const value: unknown = decodeLiteral(transformer, Literal.decode(Buffer.from(data, "base64")));
        const literal = transformer.toLiteral(value);
        (ours[task] ??= {})[name] = Buffer.from(encode(Literal, literal)).toString("base64");
      } catch (error) {
        found.push(`${task}.${name}: ${String(error)}`);
      }
    }
  }
  const file = join(place.folder, "values.json");
  writeFileSync(file, JSON.stringify(ours));
  const unlike = lastLine(await runPython(place, "pulled_values.py", ["read", file])) as readonly string[];
  return [...found, ...unlike];
}

function lastLine(output: string): unknown {
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
