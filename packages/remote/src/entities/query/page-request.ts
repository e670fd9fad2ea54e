import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Columns } from "./columns.js";
import { filterText } from "./filter-text.js";
import type { PageQuery } from "./list-query.js";

/** What the requests of all lists share. */
export interface PageRequest {
  readonly limit: number;
  readonly filters: string;
  readonly token: string;
  readonly sortBy: SortBy;
}

/** How a list is sorted: the direction is 0 for downward, as in Flyte's messages. */
export interface SortBy {
  readonly key: string;
  readonly direction: 0 | 1;
}

/** How a list is checked: the options that it takes, and its fields. */
export interface ListKind<F> {
  readonly at: string;
  readonly options: ReadonlySet<string>;
  readonly columns: Columns<F>;
  /** The order of a query that names none. Without an order, the pages of a list may overlap. */
  readonly sortBy: SortBy;
}

const MOST = 10_000;

/** The options of every query. */
export const PAGE_OPTIONS = ["where", "sort", "pageSize", "token", "signal"] as const;

/** The part of a request that a query gives, checked. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function pageRequest<F>(query: PageQuery<F>, kind: ListKind<F>): PageRequest {
  const { at, options, columns } = kind;
  assertOptions(query, options, at);
  const { where, sort, pageSize = 100, token } = query;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MOST) {
    const wanted = `a whole number from 1 to ${MOST}`;
    throw coreErrors.OPTION_INVALID({ at, option: "pageSize", wanted, given: pageSize });
  }
  if (token !== undefined && (typeof token !== "string" || !/^\d+$/.test(token))) {
    throw coreErrors.OPTION_INVALID({ at, option: "token", wanted: "the `next` of a page", given: token });
  }
  const sortBy = sort === undefined ? kind.sortBy : sortOf(sort, columns, at);
  return { limit: pageSize, filters: filterText(where, columns, at), token: token ?? "", sortBy };
}

function sortOf<F>(sort: NonNullable<PageQuery<F>["sort"]>, columns: Columns<F>, at: string): SortBy {
  assertOptions(sort, new Set(["by", "ascending"]), `\`sort\` of ${at}`);
  const { by, ascending = false } = sort;
  if (!Object.hasOwn(columns, by)) {
    const wanted = Object.keys(columns)
      .map((each) => JSON.stringify(each))
      .join(", ");
    throw coreErrors.OPTION_INVALID({ at, option: "sort.by", wanted: `one of ${wanted}`, given: by });
  }
  if (typeof ascending !== "boolean") {
    throw coreErrors.OPTION_INVALID({
      at,
      option: "sort.ascending",
      wanted: "true or false",
      given: ascending,
    });
  }
  return { key: columns[by].column, direction: ascending ? 1 : 0 };
}
