import { closest } from "@flytekit-ts/core/graph";
import type { Remote } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { wrongPlace } from "../wrong-place.js";
import { assertField, conditionsOf } from "./conditions.js";
import type { ListColumn, ListKind, ListQuestion } from "./list-kind.js";
import type { ListValues } from "./list-options.js";

const LIMIT = 100;
/** The most that flyteadmin gives in one page unless it is configured otherwise. */
const PAGE = 100;

/** Print a list of a cluster: a table, or with `--json` one object for each entry. Gives how many there were. @throws `USAGE_INVALID` */
export async function showList<T>(
  kind: ListKind<T>,
  values: ListValues,
  { remote, cli }: { readonly remote: Remote; readonly cli: Cli },
): Promise<number> {
  const { out, host } = cli;
  const limit = values.limit ?? LIMIT;
  const columns = columnsOf(kind, values.columns);
  const question = {
    ...questionOf(kind, values),
    pageSize: Math.min(limit + 1, PAGE),
    signal: host.signal,
  };
  const items: T[] = [];
  let isMore = false;
  for await (const item of kind.list(remote, question)) {
    isMore = items.length === limit;
    if (isMore) break;
    items.push(item);
  }
  const { project = "", domain = "" } = remote.config;
  // Projects are not in one.
  const misplaced =
    items.length > 0 || kind.words === "projects" ? undefined : await wrongPlace(remote, { project, domain });
  if (misplaced !== undefined) throw misplaced;
  for (const item of items) out.object(kind.toJson(item));
  if (items.length === 0) out.note(`There are no such ${kind.words}.`);
  else
    out.table(
      columns,
      items.map((item) => columns.map(({ of }) => of(item, out))),
    );
  if (isMore) out.note(`There are more than these ${limit}: \`--limit\` shows others too.`);
  return items.length;
}

/** Whether a list has any entry. @throws `USAGE_INVALID` */
export async function hasAny<T>(
  kind: ListKind<T>,
  values: ListValues,
  { remote, cli }: { readonly remote: Remote; readonly cli: Cli },
): Promise<boolean> {
  const question = { ...questionOf(kind, values), pageSize: 1, signal: cli.host.signal };
  for await (const _ of kind.list(remote, question)) return true;
  return false;
}

/** Check the options of a list, before anything is asked. @throws `USAGE_INVALID` */
export function questionOf(
  { fields, command }: Pick<ListKind<never>, "fields" | "command">,
  values: ListValues,
): Pick<ListQuestion, "where" | "sort"> {
  const { limit = LIMIT, where, sort, ascending = false } = values;
  if (!(limit >= 1)) throw errors.USAGE_INVALID({ command, problem: "--limit takes a number from 1 on" });
  if (sort !== undefined) assertField(sort, fields, { command, option: "--sort" });
  if (sort === undefined && ascending)
    throw errors.USAGE_INVALID({
      command,
      problem: "--ascending needs --sort",
      advice: "Say by what: `--sort createdAt --ascending`.",
    });
  return {
    where: conditionsOf(where, fields, command),
    ...(sort === undefined ? {} : { sort: { by: sort, ascending } }),
  };
}

function columnsOf<T>(
  { columns, command }: ListKind<T>,
  given: string | undefined,
): readonly ListColumn<T>[] {
  if (given === undefined) return Object.values(columns).filter(({ isExtra }) => isExtra !== true);
  return given.split(",").map((each) => {
    const name = each.trim().toLowerCase();
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column !== undefined) return column;
    const near = closest(name, Object.keys(columns));
    const advice =
      near === undefined ? `There are ${Object.keys(columns).join(", ")}.` : `Did you mean ${near}?`;
    throw errors.USAGE_INVALID({
      command,
      problem: `there is no column ${JSON.stringify(each.trim())}`,
      advice,
    });
  });
}
