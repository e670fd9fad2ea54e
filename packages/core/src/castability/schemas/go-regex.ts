import { match, readCharacter, readClass, readSet } from "./go-regex-parts.js";

/** The state of reading one pair of parentheses. */
interface Group {
  /** How often counts repeat the innermost part of the last item; undefined if a repetition may not follow. */
  last: number | undefined;
  /** The largest `last` so far. */
  most: number;
}

// How often nested counts may repeat one part.
const MOST_REPEATED = 1000;

/**
 * Whether Go compiles a string as a regular expression, which the backend's validator requires of `pattern`.
 *
 * Go's syntax is that of RE2. It has no look-around and no back-references, and its rules for escapes and
 * repetitions are stricter than in JavaScript.
 */
export function isGoRegex(pattern: string): boolean {
  const outer: Group[] = [];
  const named = pattern.lastIndexOf(":]");
  let group: Group = { last: undefined, most: 0 };
  let wasRepetition = false;
  let at: number | undefined = 0;
  while (at !== undefined && at < pattern.length) {
    const repetition = readRepetition(pattern, at);
    if (repetition === undefined) at = readPart(at);
    else if (wasRepetition || !repeat(group, repetition)) return false;
    else at = repetition.end;
    wasRepetition = repetition !== undefined;
  }
  return at !== undefined && outer.length === 0;

  function readPart(at: number): number | undefined {
    if (pattern[at] === "(") return open(at);
    if (pattern[at] === ")") return close(at);
    const quoted = match(/\\Q([^]*?)(?:\\E|$)/y, pattern, at);
    // Neither an empty quotation (`\Q\E`) nor the start of an alternative can be repeated.
    if (pattern[at] === "|") group.last = undefined;
    else if (quoted?.[1] !== "") group.last = 0;
    return quoted === undefined ? readAtom(pattern, at, named) : at + quoted[0].length;
  }

  function open(at: number): number | undefined {
    const name = match(/\(\?P?<(\w+)>/y, pattern, at);
    const flags = match(/\(\?[imsU]*(?:-[imsU]+)?([:)])/y, pattern, at);
    if (pattern[at + 1] === "?" && name === undefined && flags === undefined) return undefined;
    if (flags?.[1] !== ")") {
      outer.push(group);
      group = { last: undefined, most: 0 };
    }
    return at + (name ?? flags ?? "(")[0].length;
  }

  function close(at: number): number | undefined {
    const before = outer.pop();
    if (before === undefined) return undefined;
    group = { last: group.most, most: Math.max(before.most, group.most) };
    return at + 1;
  }
}

function readAtom(pattern: string, at: number, named: number): number | undefined {
  if (pattern[at] === "[") return readClass(pattern, at, named);
  if (match(/\\[AbBz]/y, pattern, at) !== undefined) return at + 2;
  return readSet(pattern, at) ?? readCharacter(pattern, at)?.end;
}

interface Repetition {
  readonly end: number;
  readonly counts: { readonly min: number; readonly max: number } | undefined;
}

// A count has no leading zeros, and its lower bound is required. Otherwise `{` is a plain character.
const REPETITION = /(?:[*+?]|\{(?<min>0|[1-9]\d*)(?:,(?<max>0|[1-9]\d*)?)?\})\??/y;

function readRepetition(pattern: string, at: number): Repetition | undefined {
  const found = match(REPETITION, pattern, at);
  if (found === undefined) return undefined;
  const { min, max = min } = found.groups ?? {};
  const counts = min === undefined ? undefined : { min: Number(min), max: Number(max) };
  return { end: at + found[0].length, counts };
}

function repeat(group: Group, { counts }: Repetition): boolean {
  if (group.last === undefined) return false;
  if (counts === undefined) return true;
  if (counts.min > counts.max || counts.max > MOST_REPEATED) return false;
  group.last = counts.max === 0 ? 0 : counts.max * Math.max(1, group.last);
  group.most = Math.max(group.most, group.last);
  return counts.max < 2 || group.last <= MOST_REPEATED;
}
