import { readFileSync } from "node:fs";

/** One run of `pyflyte run` with these arguments: what a flag became, or that it was refused. */
export interface Row {
  readonly task: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  /** The exit code, where it was kept. */
  readonly exit?: number;
  /** The class of the value in Python. */
  readonly type?: string;
  readonly value?: unknown;
  readonly refused?: boolean;
}

/** The rows of a file beside this one. Integers that no number holds are bigints. */
export function rowsOf(name: string): readonly Row[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(exactly(line)) as Row);
}

// A row is a line, and its value comes last.
function exactly(line: string): string {
  const start = line.lastIndexOf('"value": ');
  if (start === -1) return line;
  return line.slice(0, start) + line.slice(start).replace(/([[ ])(-?\d{16,})(?=[,}\]])/g, '$1{"$int": "$2"}');
}

/** What a row is called, here and in the lists of exceptions. */
export function nameOf({ task, args, stdin }: Row): string {
  const words = args.map((word) => (/^[\w.\-=:+]+$/.test(word) ? word : JSON.stringify(word)));
  return [task, ...words, ...(stdin === undefined ? [] : [`< ${JSON.stringify(stdin)}`])].join(" ");
}

/** Files that the rows name. */
export const FILES: Readonly<Record<string, string>> = {
  "p.json": '{"x": 4, "y": 2}',
  "p.yaml": "x: 5\ntags: [a, b]\n",
  "list.json": "[1, 2]",
  "list.yaml": "- 3\n- 4\n",
  "bad.json": "{",
  "in.json": '{"x": 11, "y": "from json"}',
  "in.yaml": "x: 12\ny: two words\n",
  "flags.json": '{"x": true, "y": false}',
  "in-extra.json": '{"x": 1, "zzz": 2}',
  "in-partial.json": '{"y": "only y"}',
  "in-list.json": "[1]",
  "data.csv": "a,b\n1,2\n",
  "folder/a.txt": "A",
};
