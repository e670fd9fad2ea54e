import { refused } from "../serving/refusal.js";

/** The rows of one kind, in the order in which a database finds them: as they were last written. */
export class Table<R extends object> {
  readonly #name: string;
  readonly #rows = new Map<string, R & Numbered>();
  #last = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws Refusal ALREADY_EXISTS in the words of PostgreSQL if there is a row under the key. */
  insert(key: string, row: R): R & Numbered {
    if (this.#rows.has(key))
      throw refused.exists(
        `value with matching already exists (duplicate key value violates unique constraint "${this.#name}_pkey")`,
      );
    this.#last += 1;
    const numbered = { ...row, rowId: this.#last };
    this.#rows.set(key, numbered);
    return numbered;
  }

  get(key: string): (R & Numbered) | undefined {
    return this.#rows.get(key);
  }

  /** Changes columns of a row, if it is there. PostgreSQL writes a changed row anew, behind all others. */
  update(key: string, change: Partial<R>): (R & Numbered) | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    const changed = { ...row, ...change };
    this.#rows.delete(key);
    this.#rows.set(key, changed);
    return changed;
  }

  delete(key: string): boolean {
    return this.#rows.delete(key);
  }

  rows(): readonly (R & Numbered)[] {
    return [...this.#rows.values()];
  }
}

/** What each row has: the number that the database gave it, from 1. */
export interface Numbered {
  readonly rowId: number;
}

/** A key of several columns. */
export function keyOf(...columns: readonly (string | number)[]): string {
  return JSON.stringify(columns);
}
