import { createHash } from "node:crypto";
import type { CodeArchive } from "../code/code-archive.js";
import type { PackageMember } from "./entity-package.js";

/**
 * A version that is made of what is registered: 32 hexadecimal digits.
 *
 * The messages hold images, environment, resources and the version of the SDK; the code's own identity leaves out
 * permissions that differ between machines.
 */
export function contentVersion(members: readonly PackageMember[], code: CodeArchive | undefined): string {
  const hash = createHash("sha256").update(code?.identity ?? "");
  for (const { name, bytes } of members) hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex").slice(0, 32);
}
