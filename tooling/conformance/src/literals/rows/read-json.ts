/**
 * JSON with nothing lost: a number keeps its text, because Python tells `1.0` from `1` and has integers of any size,
 * and an object keeps the order of its keys, also of those that are numbers.
 */
export type Read = null | boolean | string | NumberText | readonly Read[] | ReadObject;

/** A JSON object. */
export type ReadObject = ReadonlyMap<string, Read>;

/** A number as it is written. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether Python reads it as an int. */
  get isInt(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

/** Whether what was read is an object. */
export function isReadObject(value: Read | undefined): value is ReadObject {
  return value instanceof Map;
}

/** Whether what was read is a list. */
export function isReadList(value: Read | undefined): value is readonly Read[] {
  return Array.isArray(value);
}

/** Read JSON. @throws SyntaxError for a text that is not JSON */
export function readJson(text: string): Read {
  // The tokens are found below, and whether they are JSON is JavaScript's to say.
  JSON.parse(text);
  const tokens = text.matchAll(/[[\]{}]|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g);
  return valueOf(tokens, next(tokens));
}

type Tokens = IterableIterator<RegExpExecArray>;

function next(tokens: Tokens): string {
  return String(tokens.next().value?.[0]);
}

function valueOf(tokens: Tokens, token: string): Read {
  if (token === "[") return listOf(tokens);
  if (token === "{") return objectOf(tokens);
  if (/^[-\d]/.test(token)) return new NumberText(token);
  return JSON.parse(token) as null | boolean | string;
}

function listOf(tokens: Tokens): readonly Read[] {
  const items: Read[] = [];
  for (let token = next(tokens); token !== "]"; token = next(tokens)) items.push(valueOf(tokens, token));
  return items;
}

function objectOf(tokens: Tokens): ReadObject {
  const members = new Map<string, Read>();
  for (let token = next(tokens); token !== "}"; token = next(tokens)) {
    members.set(JSON.parse(token) as string, valueOf(tokens, next(tokens)));
  }
  return members;
}

/** What was read as JavaScript reads it. */
export function plainOf(value: Read): unknown {
  if (value instanceof NumberText) return Number(value.text);
  if (isReadList(value)) return value.map(plainOf);
  if (isReadObject(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]));
  return value;
}
