import { mapTask, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

const night = t.string();
const error = t.optional(t.error());

/** What the tasks did, in the order in which they did it; a real backup would have storage instead. */
export const diary: string[] = [];

const known = new Set(["customers", "orders", "invoices"]);

/** Makes room for a backup. */
export const reserve = task(
  { name: "backup.reserve", inputs: { night }, output: t.string() },
  ({ night }) => `/backups/${night}`,
);

/**
 * Copies one table.
 *
 * What it throws is tried again, for it has retries; a `NonRecoverableError` is not, for the next attempt
 * would fail as well.
 */
export const copyTable = task(
  {
    name: "backup.copy_table",
    inputs: { table: t.string(), folder: t.string() },
    output: t.int(),
    retries: 2,
  },
  ({ table, folder }, { attempt }) => {
    if (!known.has(table)) throw new NonRecoverableError(`there is no table ${table}`);
    if (table === "orders" && attempt < 2) throw new Error("connection reset");
    diary.push(`copied ${table} to ${folder}`);
    return table.length * 1000;
  },
);

export const seal = task(
  { name: "backup.seal", inputs: { folder: t.string(), rows: t.list(t.int()) }, output: t.string() },
  ({ folder, rows }) => `${folder} (${rows.reduce((sum, each) => sum + each, 0)} rows)`,
);

/** A handler is given every input of its workflow and, as `err`, what went wrong. */
export const discard = task(
  { name: "backup.discard", inputs: { night, tables: t.list(t.string()), err: error } },
  ({ night, err }) => void diary.push(`discarded /backups/${night}: ${err?.message ?? "no reason given"}`),
);

/** One night's copies: all of them or none. */
export const copy = workflow(
  {
    name: "backup.copy",
    inputs: { night, tables: t.list(t.string()) },
    output: t.string(),
    onFailure: discard,
  },
  ({ night, tables }) => {
    const folder = reserve({ night });
    const rows = mapTask(copyTable, { over: ["table"] })({ table: tables, folder });
    return seal({ folder, rows });
  },
);

export const page = task(
  { name: "backup.page", inputs: { night, text: t.string() } },
  ({ night, text }) => void diary.push(`paged somebody about ${night}: ${text}`),
);

export const shorten = task(
  { name: "backup.shorten", inputs: { err: error }, output: t.string() },
  ({ err }) => (err?.message ?? "unknown").split("\n")[0] ?? "",
);

/** A workflow can be a handler, too. */
export const report = workflow(
  { name: "backup.report", inputs: { night, tables: t.list(t.string()), err: error } },
  ({ night, err }) => page({ night, text: shorten({ err }) }),
);

export const rotateLogs = task(
  { name: "backup.rotate_logs", inputs: { night }, output: t.int() },
  async ({ night }) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    diary.push(`rotated the logs of ${night}`);
    return 14;
  },
);

/**
 * Everything that happens in a night.
 *
 * The logs have nothing to do with the backup, so they are rotated even if it fails: that is what the policy
 * says. Under `fail-immediately`, which is the default, the run would end at the first failure.
 */
export const nightly = workflow(
  {
    name: "backup.nightly",
    inputs: { night, tables: t.list(t.string()) },
    outputs: { backup: t.string(), logs: t.int() },
    failurePolicy: "fail-after-executable-nodes-complete",
    onFailure: report,
  },
  ({ night, tables }) => ({ backup: copy({ night, tables }), logs: rotateLogs({ night }) }),
);
