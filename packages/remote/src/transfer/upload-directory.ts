import { createHash } from "node:crypto";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Connection } from "../connection/connection.js";
import type { Scope } from "../entities/ids/scope.js";
import { assertFileName } from "./assert-file-name.js";
import { base32 } from "./base32.js";
import { filesOf } from "./files-of.js";
import { inParallel } from "./in-parallel.js";
import { putSigned, type UploadRules } from "./put-signed.js";
import type { Uploaded } from "./uploaded.js";
import { fileSource, type UploadSource } from "./upload-source.js";

interface NamedSource {
  readonly name: string;
  readonly source: UploadSource;
}

const AT_ONCE = 4;

/**
 * Uploads the files of a directory below one folder, which is named after them all.
 *
 * flytekit names that folder after the contents alone. Two directories with equal contents under other names would then
 * share a folder, and each would have the other's files, so the names count here, too.
 */
export async function uploadDirectory(
  connection: Connection,
  {
    directory,
    scope,
    root,
  }: { readonly directory: string; readonly scope: Scope; readonly root: string | undefined },
  rules: UploadRules,
): Promise<Uploaded> {
  const listed = await filesOf(directory, rules.signal);
  if (listed.length === 0) {
    const problem = "it holds no file, and a store keeps no empty directory";
    throw coreErrors.STORAGE_FAILED({ uri: directory, action: "Uploading", problem });
  }
  const sources = await inParallel(listed, AT_ONCE, async ({ path, name }): Promise<NamedSource> => {
    assertFileName(name, `the upload of ${directory}`, "Rename the file.");
    return { name, source: await fileSource(path, rules.signal) };
  });
  const digest = digestOf(sources);
  const filenameRoot = root ?? base32(digest);
  const uris = await inParallel(sources, AT_ONCE, async ({ name, source }) =>
    putSigned(connection, source, { ...scope, filename: name, filenameRoot }, rules),
  );
  const bytes = sources.reduce((sum, { source }) => sum + source.size, 0);
  return {
    uri: folderOf(uris[0] ?? "", sources[0]?.name ?? ""),
    md5: digest.toString("hex"),
    bytes,
    files: uris.length,
  };
}

function digestOf(sources: readonly NamedSource[]): Buffer {
  const hash = createHash("md5");
  for (const { name, source } of sources) hash.update(`${name}\0`).update(source.md5);
  return hash.digest();
}

/** The folder of a file whose name below it is known. */
function folderOf(uri: string, name: string): string {
  return uri.endsWith(`/${name}`) ? uri.slice(0, -name.length - 1) : uri.slice(0, uri.lastIndexOf("/"));
}
