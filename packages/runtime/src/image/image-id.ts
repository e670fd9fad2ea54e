import { createHash } from "node:crypto";
import { byCodePoint } from "@flytekit-ts/core/graph";

/** What makes an image what it is: texts and files by name. */
export type ImageContent = { readonly [name: string]: string | Uint8Array };

/** The reference of an image whose tag is a hash of its content: other content, another image. */
export function imageId(repository: string, content: ImageContent): string {
  const hash = createHash("sha256");
  const names = Object.keys(content).sort(byCodePoint);
  for (const name of names) {
    const part = content[name] ?? "";
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${JSON.stringify([name, bytes.length])}\n`).update(bytes);
  }
  return `${repository}:${hash.digest("hex").slice(0, 32)}`;
}
