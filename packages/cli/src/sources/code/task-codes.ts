import type { Entity } from "@flytekit-ts/core/graph";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { codeReader } from "./code-reader.js";
import { configsOf } from "../reading/files-to-watch.js";

/** What the code of each task of an entity is now, by their names: two codes are equal if nothing that a task uses has changed. */
export async function taskCodes(entity: Entity, file: string): Promise<Readonly<Record<string, string>>> {
  const read = await codeReader();
  // They may change how anything is loaded and run.
  const configs = configsOf(file).map((each) => readFileSync(each, "utf8"));
  const codes = allTasks(entity).flatMap((task) => {
    const { location } = task.definedAt;
    return location === undefined
      ? []
      : [[task.name, digest([read(location.file, location.line), ...configs])] as const];
  });
  return Object.fromEntries(codes);
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
