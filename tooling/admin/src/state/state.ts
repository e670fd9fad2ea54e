import { Table } from "./table.js";

/** Names a table and the type of its rows. Each part of the server defines its own. */
export interface TableOf<R extends object> {
  readonly name: string;
  /** Only in types. */
  readonly row?: R;
}

/** Defines a table, by its name in flyteadmin's database. */
export function defineTable<R extends object>(name: string): TableOf<R> {
  return { name };
}

/** All that a server remembers: its tables. */
export class State {
  readonly #tables = new Map<string, Table<object>>();

  /** The table of a definition, which is empty at first. */
  table<R extends object>(definition: TableOf<R>): Table<R> {
    const found = this.#tables.get(definition.name) ?? new Table<object>(definition.name);
    this.#tables.set(definition.name, found);
    // The definition says the type of the rows, and is the only way to them.
    return found as unknown as Table<R>;
  }
}
