import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The files below a folder that hold a text: as it is, in base64, or in an archive. Installed packages are not read. */
export function filesWith(text: string, folder: string): readonly string[] {
  const forms = [Buffer.from(text), ...[0, 1, 2].map((skipped) => inBase64(text.slice(skipped)))];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesWith(text, path);
    if (!entry.isFile()) return [];
    const contents = unpacked(readFileSync(path));
    return contents.some((content) => forms.some((form) => content.includes(form))) ? [path] : [];
  });
}

/** The letters of a text in base64, wherever it stands: those at its end depend on what follows. */
function inBase64(text: string): Buffer {
  const whole = text.slice(0, text.length - (text.length % 3));
  return Buffer.from(Buffer.from(whole).toString("base64"));
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** A file, and the archives in it: that of a package holds that of its code. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const found = [bytes];
  for (let at = bytes.indexOf(GZIP); at !== -1; at = bytes.indexOf(GZIP, at + 1)) {
    try {
      found.push(...unpacked(gunzipSync(bytes.subarray(at))));
    } catch {
      // Two bytes that happen to be the same, or with something behind.
    }
  }
  return found;
}
