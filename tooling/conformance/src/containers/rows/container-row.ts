/** A message as rows hold it: its bytes in base64. */
export interface RowMessage {
  readonly pb: string;
}

/** What a process left in the place of one file, below its output prefix. */
export interface RowOutput {
  readonly pb?: string;
  /** In place of `pb`: the outputs that there are, whatever their values. */
  readonly variables?: readonly string[];
  readonly b64?: string;
  readonly size?: number;
  readonly sha256?: string;
  /** Of an error: `now`, or `<seconds>.<nanos>`. */
  readonly timestamp?: string;
  readonly layout?: string;
  readonly says?: string;
  readonly traceNamesUserCode?: boolean;
}

/** One raw file: its bytes, or the table in it. */
export interface RowRaw {
  readonly name: string;
  readonly size?: number;
  readonly b64?: string;
  readonly parquet?: {
    readonly columns: Readonly<Record<string, string>>;
    readonly rows: readonly (readonly unknown[])[];
  };
}

/** One process of flytekit's commands: what it was given, and what it left. */
export interface ContainerRow {
  readonly id: string;
  readonly kind: string;
  /** `<module>.<variable>` in Python. */
  readonly task: string;
  /** Its source in Python. */
  readonly does?: string;
  /** Why a task in another language cannot, or need not, do the same. */
  readonly pythonOnly?: string;
  readonly taskTemplate: RowMessage & {
    readonly json: { readonly container?: { readonly args?: readonly string[] } };
  };
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: RowMessage | { readonly bytes: string } | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly literalFiles?: Readonly<Record<string, RowMessage>>;
  readonly prevCheckpoint?: Readonly<Record<string, string>>;
  readonly archive?: { readonly members: Readonly<Record<string, string>>; readonly format: string };
  readonly signal?: { readonly name: string };
  readonly exitCode: number;
  readonly out: Readonly<Record<string, RowOutput>> | null;
  readonly raw: readonly RowRaw[];
  readonly checkpoint: Readonly<Record<string, string>>;
  readonly stdout?: string;
  /** The class of what a process wrote to standard error. */
  readonly stderr?: string;
}
