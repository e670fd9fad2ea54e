import { docComment } from "../text/quoted.js";
import { classNameOf, type Names } from "../text/identifiers.js";

/** A record of the module. */
export interface Declaration {
  /** The name of its class. */
  readonly name: string;
  /** The name that it has for Flyte. */
  readonly title: string;
  /** Its class. */
  readonly code: string;
  /** The words of each field, for what `pullCheck` says. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a record is made of. */
export interface RecordParts {
  readonly title: string;
  readonly doc: string;
  /** What the class extends. */
  readonly base: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The records of a module: each that is the same is declared once. */
export class Declarations {
  readonly #names: Names;
  readonly #known = new Map<string, string>();
  readonly #declared: Declaration[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  get all(): readonly Declaration[] {
    return this.#declared;
  }

  /** A name for a record that contains itself, and so is named before it is known. */
  reserve(title: string): string {
    return this.#names.take(classNameOf(title));
  }

  /** The name of the class of a record, which is declared if there is none. `reserved` is the name that it has already. */
  add(parts: RecordParts, reserved?: string): string {
    const { title, doc, base } = parts;
    const key = JSON.stringify([doc, base]);
    const known = reserved === undefined ? this.#known.get(key) : undefined;
    if (known !== undefined) return known;
    const name = reserved ?? this.reserve(title);
    this.#known.set(key, name);
    const code = `${docComment(doc)}export class ${name} extends ${base} {}\n`;
    this.#declared.push({ name, title, code, fields: Object.fromEntries(parts.fields) });
    return name;
  }
}
