import { resolve } from "node:path";
import { parseNames, renameRows } from "../admin/change/rename.js";
import { shuffle } from "../admin/change/shuffle.js";
import { replay } from "../admin/replay/replay.js";
import { type AdminRow, type GrpcRow, readAdminRows } from "../admin/rows/admin-row.js";
import { settingsOf } from "../admin/server/settings-of.js";
import { runningServer, startStandIn } from "../admin/server/start-stand-in.js";
import { reportAdmin } from "./report-admin.js";
import type { Report } from "./report-cases.js";

/** Which recorded calls are made, and of which server. */
export interface AdminCommand {
  readonly admin?: string | undefined;
  /** `host:port`; a stand-in for flyteadmin with empty state if absent. */
  readonly address?: string | undefined;
  /** Where the server at the address speaks HTTP. */
  readonly http?: string | undefined;
  /** Names that are changed in the calls and in their answers: `garden=forest,bed=plot`. */
  readonly rename?: string | undefined;
  /** A number: in which of many orders calls are made that do not depend on each other. */
  readonly shuffle?: string | undefined;
}

type Problem = { readonly problem: string };

/** Make recorded calls to a server, and compare its answers. */
export async function checkAdmin(command: AdminCommand, directory: string): Promise<Report | Problem> {
  const read = readAdminRows(resolve(directory, command.admin ?? ""));
  if ("problem" in read) return read;
  const changed = changedRows(read.rows, command);
  if ("problem" in changed) return changed;
  const { address, http } = command;
  const server =
    address === undefined ? await startStandIn(settingsOf(changed.rows)) : runningServer(address, http);
  try {
    return reportAdmin(await replay(changed.rows, server));
  } finally {
    await server.close();
  }
}

function changedRows(
  rows: readonly AdminRow[],
  { rename, shuffle: seed }: AdminCommand,
): { readonly rows: readonly AdminRow[] } | Problem {
  let changed = rows;
  if (rename !== undefined) {
    const names = parseNames(rename);
    if ("problem" in names) return names;
    changed = renameRows(rows, names);
  }
  if (seed === undefined) return { rows: changed };
  if (!/^\d{1,9}$/.test(seed)) return { problem: "--shuffle takes a whole number" };
  if (!changed.every(isPlainCall))
    return { problem: "--shuffle takes calls without tokens: those with one depend on the one before" };
  return { rows: shuffle(changed, Number(seed)) };
}

function isPlainCall(row: AdminRow): row is GrpcRow {
  return row.kind !== "http" && row.metadata === undefined;
}
