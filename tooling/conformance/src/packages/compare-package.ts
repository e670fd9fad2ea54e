import { rmSync } from "node:fs";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { EntityPackage } from "@flytekit-ts/runtime/package";
import { compareCode } from "./compare-code.js";
import { compareMembers } from "./compare-members.js";
import { compareSent } from "./compare-sent.js";
import { readTar, unzipped } from "./flytectl/read-tar.js";
import { register } from "./flytectl/register.js";
import { makeProject } from "./make-project.js";
import type { PackageRow } from "./package-row.js";
import type { PackageTwin } from "./package-twins.js";
import { packageProject } from "./package-project.js";

/** What is different about a packaged project, in words; nothing if all is equal. */
export interface PackageResult {
  readonly id: string;
  readonly problems: readonly string[];
}

/** What flytectl was told when the recorded ids were filled in. */
const FLAGS = {
  project: "proj",
  domain: "development",
  version: "v9",
  uploadTo: "s3://uploads/code.tar.gz",
};

/** Package the project of a row with our packages, and compare the archive with flytekit's. */
export async function comparePackage(row: PackageRow, twin: PackageTwin | undefined): Promise<PackageResult> {
  if (twin === undefined) return { id: row.id, problems: ["there is no twin of this project"] };
  const root = makeProject(row);
  try {
    const made = await packageProject(row, twin, root);
    if (row.package === undefined) return { id: row.id, problems: ["flytekit made no package, but we did"] };
    return { id: row.id, problems: compareArchive(made, row) };
  } catch (error) {
    // Of what is refused only that it is counts, and that the author is told by a code.
    if (row.package === undefined && isFlytekitError(error)) return { id: row.id, problems: [] };
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id: row.id, problems: [`ours failed: ${text}`] };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Our archive against the recorded one. */
export function compareArchive({ bytes }: Pick<EntityPackage, "bytes">, row: PackageRow): readonly string[] {
  const recorded = row.package ?? [];
  const members = readTar(unzipped(bytes).tar);
  const ours = members.map(({ name }) => name);
  const order = row.flytectlOrder ?? recorded.map(({ name }) => name).sort();
  if (ours.join("\n") !== order.join("\n")) {
    return [`members: ours ${ours.join(", ")}; flytekit's ${order.join(", ")}`];
  }
  const modes = members.filter(({ type, mode }) => type !== "file" || mode !== "644").map(({ name }) => name);
  return [
    ...modes.map((name) => `${name}: it is no file with the permissions 644`),
    ...compareMembers(members, recorded),
    ...compareSent(register(bytes, FLAGS), recorded, FLAGS),
    ...compareCode(members, recorded),
  ];
}
