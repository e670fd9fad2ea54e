/** A field of what is listed: its column in flyteadmin's database, and its values there where they differ. */
export interface Column {
  readonly column: string;
  /** The numbers that stand for words, as in `{ active: 1 }`. */
  readonly words?: Readonly<Record<string, number>> | undefined;
}

/** The fields of what is listed, by the names that callers use. */
export type Columns<F> = { readonly [K in keyof F & string]-?: Column };
