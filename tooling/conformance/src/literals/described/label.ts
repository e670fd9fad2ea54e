/** What a row's label says of a type, as far as it can be told: labels are written for people. */
export interface Label {
  /** The type that it names, if it names one that we know. */
  readonly head?: Head;
  readonly parts: readonly Label[];
  /** All words of it, with those of its parts. */
  readonly text: string;
}

const WORDS = {
  int: "int",
  float: "float",
  str: "str",
  string: "str",
  bool: "bool",
  datetime: "datetime",
  date: "date",
  duration: "duration",
  timedelta: "duration",
  none: "none",
  enum: "enum",
  choice: "choice",
  literal: "choice",
  list: "list",
  dict: "dict",
  optional: "optional",
  union: "union",
  record: "record",
  dataclass: "record",
  file: "file",
  directory: "directory",
  dataset: "dataset",
  error: "error",
  annotated: "annotated",
  bytes: "binary",
  tuple: "tuple",
  namedtuple: "tuple",
} as const;

/** The types that labels name. */
export type Head = (typeof WORDS)[keyof typeof WORDS];

/** Read a label such as `dict[str,list[record]]`, `record with a file` or `union[record,record], same shape`. */
export function readLabel(text: string): Label {
  return readFrom({ text, position: 0 });
}

interface Reading {
  readonly text: string;
  position: number;
}

function readFrom(reading: Reading): Label {
  const start = reading.position;
  const words = take(reading, /[^[\],]*/y).trim();
  const parts: Label[] = [];
  if (take(reading, /\[/y) !== "") {
    do parts.push(readFrom(reading));
    while (take(reading, /,/y) !== "");
    take(reading, /\][^[\],]*/y);
  }
  const head = headOf(words);
  const text = reading.text.slice(start, reading.position).trim();
  return { ...(head === undefined ? {} : { head }), parts, text };
}

function take(reading: Reading, pattern: RegExp): string {
  pattern.lastIndex = reading.position;
  const found = pattern.exec(reading.text)?.[0] ?? "";
  reading.position += found.length;
  return found;
}

function headOf(words: string): Head | undefined {
  const known = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((word) => Object.hasOwn(WORDS, word));
  return known === undefined ? undefined : WORDS[known as keyof typeof WORDS];
}
