import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A new folder with the commands of the runtime, as they are in the path of a container. @throws if they are not built */
export function ourPrograms(): string {
  const manifest = createRequire(import.meta.url).resolve("@flytekit-ts/runtime/package.json");
  const { bin = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
    readonly bin?: Record<string, string>;
  };
  const folder = mkdtempSync(join(tmpdir(), "programs-"));
  for (const [name, path] of Object.entries(bin)) {
    const file = join(dirname(manifest), path);
    if (!existsSync(file)) throw new Error(`${name} is not built: run \`pnpm build\` first (${file})`);
    const script = join(folder, name);
    writeFileSync(script, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(file)} "$@"\n`);
    chmodSync(script, 0o755);
  }
  return folder;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
