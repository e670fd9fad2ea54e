import { escapeHtml } from "../makers/html/escape-html.js";

/** What stands in the place of a secret. */
const MASK = "***";
/** Shorter texts are not hidden: they are in all that is written, and would hide it. */
const SHORTEST = 4;

/**
 * Hides the values of secrets in texts: all values that it was told of.
 *
 * Of a value with several lines each line is hidden, and of one that is JSON each string, because that is how they are
 * used. A value is also found as JSON, HTML and URLs write it. Values of fewer than 4 characters are not hidden.
 */
export class SecretMasker {
  readonly #forms = new Set<string>();

  /** Whether there is nothing to hide. */
  get isEmpty(): boolean {
    return this.#forms.size === 0;
  }

  /** Hide this value from now on. */
  add(value: string | Uint8Array): void {
    const text = typeof value === "string" ? value : new TextDecoder().decode(value);
    for (const part of [text, ...text.split(/[\r\n]+/), ...stringsIn(text)]) this.#addForms(part.trim());
  }

  /** A text with `***` in the place of each value. */
  mask(text: string): string {
    if (this.#forms.size === 0) return text;
    const found: Range[] = [];
    for (const form of this.#forms) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
        found.push({ start: at, end: at + form.length });
    }
    return found.length === 0 ? text : withoutRanges(text, found);
  }

  /** Data with all its texts masked, names included. Data without secrets is returned as it is. */
  maskData<T>(data: T): T {
    return this.#forms.size === 0 ? data : (this.#masked(data) as T);
  }

  #masked(data: unknown): unknown {
    if (typeof data === "string") return this.mask(data);
    if (typeof data !== "object" || data === null) return data;
    if (Array.isArray(data)) return data.map((item: unknown) => this.#masked(item));
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [this.mask(name), this.#masked(value)]),
    );
  }

  #addForms(text: string): void {
    const forms = [text, JSON.stringify(text).slice(1, -1), escapeHtml(text), urlForm(text)];
    for (const form of forms) if (form.length >= SHORTEST && text.length >= SHORTEST) this.#forms.add(form);
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

// Secrets may overlap in a text. What is left of one must not be seen.
function withoutRanges(text: string, found: Range[]): string {
  found.sort((a, b) => a.start - b.start);
  let masked = "";
  let end = 0;
  for (const range of found) {
    if (range.start > end || end === 0) masked += text.slice(end, range.start) + MASK;
    end = Math.max(end, range.end);
  }
  return masked + text.slice(end);
}

function urlForm(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}

function stringsIn(text: string): string[] {
  if (!/^\s*[{[]/.test(text)) return [];
  const strings: string[] = [];
  try {
    JSON.parse(text, (_name, value: unknown) => {
      if (typeof value === "string") strings.push(...value.split(/[\r\n]+/));
      return value;
    });
  } catch {
    // It only looked like JSON.
  }
  return strings;
}
