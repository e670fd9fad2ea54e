import type { EntityPackage } from "@flytekit-ts/runtime/package";
import type { JsonValue } from "../../command/output.js";

/** What is in a package, in words: `3 entities and 2 files of code (12 kB)`. */
export function packageWords({ members, code }: EntityPackage): string {
  const entities = `${members.length} ${members.length === 1 ? "entity" : "entities"}`;
  if (code === undefined) return `${entities} without code`;
  const files = `${code.files.length} ${code.files.length === 1 ? "file" : "files"}`;
  return `${entities} and ${files} of code (${sizeWords(code.size)})`;
}

/** What is in a package, as `--json` prints it. */
export function packageObject({ version, members, code, images }: EntityPackage): {
  readonly [key: string]: JsonValue | undefined;
} {
  return {
    version,
    entities: members.map(({ name, kind, id }) => ({ kind, name: id.name, member: name })),
    code: code && {
      name: code.name,
      digest: code.digest,
      size: code.size,
      files: code.files.map(({ path, bytes }) => ({ path, bytes })),
    },
    images: [...images],
  };
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
