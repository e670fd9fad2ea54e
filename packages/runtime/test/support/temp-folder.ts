import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A file by its text, a link, or an empty folder. */
export type Given = string | { readonly link: string } | null;

/** A new folder with files in it, which is removed after the test. */
export function tempFolder(files: { readonly [path: string]: Given } = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "flytekit-runtime-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, file] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(file === null ? at : dirname(at), { recursive: true });
    if (file === null) continue;
    if (typeof file === "object") symlinkSync(file.link, at);
    else {
      writeFileSync(at, file);
      // Whatever the umask of this process is.
      chmodSync(at, 0o644);
    }
  }
  return root;
}
