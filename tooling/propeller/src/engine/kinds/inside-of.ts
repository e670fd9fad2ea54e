import { joinUri } from "../../data/join-uri.js";
import type { Place, Scope } from "../scope.js";

/** Where the nodes are that run inside of an attempt of a node. */
export function insideOf({ record, dir }: Place): NonNullable<Scope["around"]> {
  const { uniqueId, attempt, path } = record;
  return { uniqueId, attempt, path, outputDir: joinUri(dir, String(attempt)) };
}
