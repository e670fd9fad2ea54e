import type { SchemaElement } from "hyparquet";

interface Described {
  readonly name: string;
  /** Whether there may be nothing. */
  readonly nullable: boolean;
}

export interface LeafNode extends Described {
  readonly kind: "leaf";
  readonly element: SchemaElement;
  /** What Arrow says that the values are, where Parquet cannot say it: a span of time, in nanoseconds for each unit. */
  readonly durationUnit?: bigint | undefined;
}

export interface ListNode extends Described {
  readonly kind: "list";
  readonly element: ParquetNode;
}

export interface MapNode extends Described {
  readonly kind: "map";
  /** The name under which the library gives the entries, and those of their parts. */
  readonly entries: string;
  readonly key: ParquetNode;
  readonly keyName: string;
  readonly value: ParquetNode;
  readonly valueName: string;
}

export interface RecordNode extends Described {
  readonly kind: "record";
  /** The fields, with the names under which the library gives them. */
  readonly fields: readonly { readonly field: string; readonly node: ParquetNode }[];
}

/** A column of a Parquet file, or a part of one. */
export type ParquetNode = LeafNode | ListNode | MapNode | RecordNode;
