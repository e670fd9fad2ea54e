import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "@flytekit-ts/models";
import { WorkflowSpec } from "@flytekit-ts/models/admin";
import { toJson } from "@flytekit-ts/models/json";
import { serialize } from "@flytekit-ts/workflow";
import { flights } from "./flights.js";

/** Where a cluster would find the workflow; nothing of it is part of the definition. */
const SETTINGS = { project: "flytesnacks", domain: "development", version: "v1", image: "flights:v1" };

/** Write the compiled workflow, as a cluster registers it and as people read it. Gives the two paths. */
export async function writeCompiled(folder: string): Promise<readonly string[]> {
  const compiled = serialize(flights, { ...SETTINGS, root: join(import.meta.dirname, "..") });
  const last = compiled.at(-1);
  if (last?.kind !== "workflow") return [];
  const [binary, json] = [join(folder, "flights.pb"), join(folder, "flights.json")];
  await writeFile(binary, encode(WorkflowSpec, last.message));
  await writeFile(
    json,
    `${JSON.stringify(toJson(WorkflowSpec, last.message, { useProtoFieldName: true }), null, 2)}\n`,
  );
  return [binary, json];
}
