import type { Signal } from "@flytekit-ts/core/storage";
import type { Listing, Remote } from "@flytekit-ts/remote";
import type { Column, JsonValue, Output } from "../../command/output.js";

/** A field that a list can be filtered and sorted by: what its values are. */
export type FieldKind = "text" | "time" | "number" | readonly string[];

/** A column of a list. */
export interface ListColumn<T> extends Column {
  readonly of: (item: T, out: Pick<Output, "paint">) => string;
  /** Shown only if it is asked for. */
  readonly isExtra?: boolean | undefined;
}

/** A question for a list, as all lists of a cluster take it. */
export interface ListQuestion {
  readonly where?: { readonly [field: string]: unknown } | undefined;
  readonly sort?: { readonly by: string; readonly ascending: boolean } | undefined;
  readonly pageSize: number;
  readonly signal: Signal | undefined;
}

/** Something that a cluster lists: how it is asked for and shown. */
export interface ListKind<T> {
  /** The line that lists it, such as `tsflyte get tasks`. */
  readonly command: string;
  /** What there is none of, in the plural: `tasks`. */
  readonly words: string;
  readonly fields: { readonly [field: string]: FieldKind };
  /** By their names in lower case, as `--columns` takes them. */
  readonly columns: { readonly [name: string]: ListColumn<T> };
  readonly list: (remote: Remote, question: ListQuestion) => Listing<T>;
  readonly toJson: (item: T) => { readonly [key: string]: JsonValue | undefined };
}
