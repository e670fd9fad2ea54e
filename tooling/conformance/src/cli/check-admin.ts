import { resolve } from "node:path";
import { startAdmin } from "@flytekit-ts/admin";
import { replay } from "../admin/replay/replay.js";
import { readAdminRows } from "../admin/rows/admin-row.js";
import { reportAdmin } from "./report-admin.js";
import type { Report } from "./report-cases.js";

/** Which recorded calls are made, and of which server. */
export interface AdminCommand {
  readonly admin?: string | undefined;
  /** `host:port`; a stand-in for flyteadmin with empty state if absent. */
  readonly address?: string | undefined;
}

/** The bucket of the server that was recorded. Its name is in URIs that it answers. */
const BUCKET = "tr-a";

/** Make recorded calls to a server, and compare its answers. */
export async function checkAdmin(
  { admin: path = "", address }: AdminCommand,
  directory: string,
): Promise<Report | { readonly problem: string }> {
  const read = readAdminRows(resolve(directory, path));
  if ("problem" in read) return read;
  if (address !== undefined) return reportAdmin(await replay(read.rows, address));
  const server = await startAdmin({ bucket: BUCKET });
  try {
    return reportAdmin(await replay(read.rows, server.endpoint));
  } finally {
    await server.close();
  }
}
