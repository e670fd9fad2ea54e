import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { type ArchiveFile, readTar } from "./read-tar.js";
import type { Registered } from "./registry.js";

/** What an archive for `flytectl register files` holds, in the order in which it is registered. */
export interface Package {
  readonly entities: readonly Registered[];
  /** The archive with the code, of a package for fast registration. */
  readonly code: ArchiveFile | undefined;
}

/** Read a package by flytectl's rules. @throws for a file that is neither a message nor the code, and for two of code */
export function readPackage(archive: Uint8Array): Package {
  const files = readTar(archive).toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)),
  );
  const isCode = ({ name }: ArchiveFile): boolean => /^fast.*\.tar\.gz$/.test(baseOf(name));
  const wrong = files.filter((file) => !isCode(file) && !file.name.endsWith(".pb"));
  if (wrong.length > 0) {
    throw new Error(
      `the package has files that are no messages: ${wrong.map(({ name }) => name).join(", ")}`,
    );
  }
  const [code, other] = files.filter(isCode);
  if (other !== undefined) throw new Error(`the package has two archives of code: ${other.name} too`);
  return { entities: files.filter((file) => !isCode(file)).map(readEntity), code };
}

function readEntity({ name, bytes }: ArchiveFile): Registered {
  const kind = /_([123])\.pb$/.exec(name)?.[1];
  try {
    if (kind === "1") return { kind: "task", spec: TaskSpec.decode(bytes) };
    if (kind === "2") return { kind: "workflow", spec: WorkflowSpec.decode(bytes) };
    if (kind === "3") return { kind: "plan", plan: LaunchPlan.decode(bytes) };
  } catch (cause) {
    throw new Error(`${name} holds no message of its kind`, { cause });
  }
  throw new Error(`${name} does not say by _1, _2 or _3 what it holds`);
}

/** The last part of a path. */
export function baseOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
