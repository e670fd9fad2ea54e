import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Connection } from "../connection/connection.js";
import { type GivenScope, type Scope, scopeOf } from "../entities/ids/scope.js";
import { assertFileName } from "./assert-file-name.js";
import { putSigned, type UploadRules } from "./put-signed.js";
import { uploadDirectory } from "./upload-directory.js";
import type { Uploaded } from "./uploaded.js";
import { bytesSource, diskFault, fileSource } from "./upload-source.js";

/** How something is uploaded. */
export interface UploadOptions extends GivenScope {
  /** The name in the store, by default that of the file. Not for directories, whose files keep their names. */
  readonly name?: string | undefined;
  /** The folder in the store, by default one named after the content. */
  readonly folder?: string | undefined;
  readonly signal?: Signal | undefined;
}

const AT = "remote.upload";
const KNOWN: ReadonlySet<string> = new Set(["name", "folder", "project", "domain", "signal"]);

/** Uploads a file, a directory or bytes into the cluster's store, through links that flyteadmin signs. */
export async function upload(
  connection: Connection,
  source: string | Uint8Array,
  options: UploadOptions = {},
  policy?: UploadRules["policy"],
): Promise<Uploaded> {
  assertOptions(options, KNOWN, AT);
  const { signal, folder, name } = options;
  const scope = scopeOf(connection.config, options, AT);
  if (folder !== undefined) assertFileName(folder, AT);
  if (name !== undefined) assertFileName(name, AT);
  const rules = { signal, policy };
  const given = { source, name, root: folder, scope };
  if (source instanceof Uint8Array) return await uploadBytes(connection, { ...given, source }, rules);
  if (typeof source !== "string" || source === "" || source.includes("\0")) {
    throw coreErrors.OPTION_INVALID({ at: AT, option: "source", wanted: "a path, or bytes", given: source });
  }
  return await uploadPath(connection, { ...given, source: resolve(source) }, rules);
}

interface Given<S> {
  readonly source: S;
  readonly name: string | undefined;
  readonly root: string | undefined;
  readonly scope: Scope;
}

async function uploadBytes(
  connection: Connection,
  { source, name = "data", root = "", scope }: Given<Uint8Array>,
  rules: UploadRules,
): Promise<Uploaded> {
  const made = bytesSource(source, name);
  const uri = await putSigned(connection, made, { ...scope, filename: name, filenameRoot: root }, rules);
  return { uri, md5: Buffer.from(made.md5).toString("hex"), bytes: made.size, files: 1 };
}

async function uploadPath(
  connection: Connection,
  { source: path, name, root, scope }: Given<string>,
  rules: UploadRules,
): Promise<Uploaded> {
  const stats = await stat(path).catch((error: unknown) => {
    throw diskFault(error, path);
  });
  if (stats.isDirectory()) {
    if (name === undefined) return await uploadDirectory(connection, { directory: path, scope, root }, rules);
    const wanted = "nothing for a directory, whose files keep their names";
    throw coreErrors.OPTION_INVALID({ at: AT, option: "name", wanted, given: name });
  }
  if (!stats.isFile()) {
    const problem = "it is neither a file nor a directory";
    throw coreErrors.STORAGE_FAILED({ uri: path, action: "Uploading", problem });
  }
  const filename = name ?? assertFileName(basename(path), AT, "Give another one with `name`.");
  const made = await fileSource(path, rules.signal);
  const uri = await putSigned(connection, made, { ...scope, filename, filenameRoot: root ?? "" }, rules);
  return { uri, md5: Buffer.from(made.md5).toString("hex"), bytes: made.size, files: 1 };
}
