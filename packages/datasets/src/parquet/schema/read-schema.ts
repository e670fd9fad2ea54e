import type { SchemaElement } from "hyparquet";
import type { Invalid } from "../../bytes/invalid.js";
import type { ParquetNode } from "./node.js";

/** A column of a file: its tree, and the leaves of it, which are stored one by one. */
export interface FileColumn {
  readonly name: string;
  /** The name under which the library knows it. */
  readonly plainName: string;
  readonly node: ParquetNode;
  /** The positions of its leaves in each row group. */
  readonly leaves: { readonly start: number; readonly end: number };
}

/** The schema of a file, and the same as the library gets it. */
export interface FileSchema {
  readonly columns: readonly FileColumn[];
  readonly plain: readonly SchemaElement[];
  /** The paths of all leaves: as the file has them, and as the library knows them. */
  readonly paths: readonly LeafPath[];
}

/** The path of a leaf, and how many optional and repeated parts are on it: the largest levels of its values. */
export interface LeafPath {
  readonly own: readonly string[];
  readonly plain: readonly string[];
  readonly definition: number;
  readonly repetition: number;
}

/**
 * Reads the schema of a file.
 *
 * The library gets other names, numbers, because it makes objects whose keys they are: any name is possible, also
 * twice. And it gets no conversions but those to lists and strings, because its own lose what is finer than a
 * millisecond and decimals. What the schema says is made of the plain values here.
 *
 * @throws What `invalid` makes of the words for what is wrong.
 */
export function readSchema(schema: readonly SchemaElement[], invalid: Invalid): FileSchema {
  return new SchemaReading(schema, invalid).read();
}

const DEEPEST = 100;

class SchemaReading {
  readonly #schema: readonly SchemaElement[];
  readonly #plain: SchemaElement[] = [];
  readonly #paths: LeafPath[] = [];
  readonly #invalid: Invalid;
  #next = 0;

  constructor(schema: readonly SchemaElement[], invalid: Invalid) {
    this.#schema = schema;
    this.#invalid = invalid;
  }

  read(): FileSchema {
    const root = this.#take();
    const columns = Array.from({ length: root.num_children ?? 0 }, (): FileColumn => {
      const [plainName, start] = [String(this.#next), this.#paths.length];
      const node = this.#node(ROOT);
      return { name: node.name, plainName, node, leaves: { start, end: this.#paths.length } };
    });
    if (this.#next !== this.#schema.length)
      throw this.#invalid("its schema has more elements than its columns");
    return { columns, plain: this.#plain, paths: this.#paths };
  }

  #take(): SchemaElement {
    const element = this.#schema[this.#next];
    if (element === undefined) throw this.#invalid("its schema ends too early");
    const { name, num_children = 0 }: Partial<SchemaElement> = element;
    if (name === undefined) throw this.#invalid("its schema has an element without a name");
    // Where children are counted, the number comes from the file.
    if (!(num_children >= 0 && num_children <= this.#schema.length))
      throw this.#invalid("its schema counts more children than it has");
    this.#plain.push(plainElement(element, String(this.#next)));
    this.#next += 1;
    return element;
  }

  #node(parent: LeafPath): ParquetNode {
    const index = this.#next;
    const element = this.#take();
    const path = below(parent, element, index);
    if (path.own.length > DEEPEST) throw this.#invalid("its columns are nested too deep");
    const part = { name: element.name, nullable: element.repetition_type === "OPTIONAL" };
    const node = this.#inside(element, path, part);
    // A repeated field that no list is around: old writers wrote lists so.
    if (element.repetition_type !== "REPEATED") return node;
    return { kind: "list", name: element.name, nullable: false, element: node };
  }

  #inside(element: SchemaElement, path: LeafPath, part: { name: string; nullable: boolean }): ParquetNode {
    const count = element.num_children ?? 0;
    if (count === 0) {
      if (element.type === undefined)
        throw this.#invalid(`its column ${JSON.stringify(path.own.join("."))} has no type`);
      this.#paths.push(path);
      return { kind: "leaf", ...part, element };
    }
    const index = this.#next - 1;
    const isMap = says(element, "MAP") || element.converted_type === "MAP_KEY_VALUE";
    if ((isMap || says(element, "LIST")) && count === 1) {
      const middle = this.#schema[this.#next];
      if (middle?.repetition_type === "REPEATED") {
        if (isMap && middle.num_children === 2) return this.#map(path, part);
        if (!isMap && (middle.num_children ?? 0) <= 1) return this.#list(path, part, index);
      }
    }
    const fields = Array.from({ length: count }, () => {
      return { field: String(this.#next), node: this.#node(path) };
    });
    return { kind: "record", ...part, fields };
  }

  #list(path: LeafPath, part: { name: string; nullable: boolean }, index: number): ParquetNode {
    // Only here does the library have to know: it takes the element out of the group in between.
    this.#plain[index] = { ...this.#plain[index], name: String(index), converted_type: "LIST" };
    const middleIndex = this.#next;
    const middle = this.#take();
    const inner = below(path, middle, middleIndex);
    if ((middle.num_children ?? 0) === 1) return { kind: "list", ...part, element: this.#node(inner) };
    const element = this.#inside(middle, inner, { name: middle.name, nullable: false });
    return { kind: "list", ...part, element };
  }

  #map(path: LeafPath, part: { name: string; nullable: boolean }): ParquetNode {
    const index = this.#next;
    const entries = String(index);
    const inner = below(path, this.#take(), index);
    const keyName = String(this.#next);
    const key = this.#node(inner);
    const valueName = String(this.#next);
    return { kind: "map", ...part, entries, key, keyName, value: this.#node(inner), valueName };
  }
}

const ROOT: LeafPath = { own: [], plain: [], definition: 0, repetition: 0 };

/** The path of a part, one step below. */
function below(path: LeafPath, { name, repetition_type }: SchemaElement, plainName: number): LeafPath {
  return {
    own: [...path.own, name],
    plain: [...path.plain, String(plainName)],
    definition: path.definition + (repetition_type === "OPTIONAL" || repetition_type === "REPEATED" ? 1 : 0),
    repetition: path.repetition + (repetition_type === "REPEATED" ? 1 : 0),
  };
}

function says(element: SchemaElement, what: "LIST" | "MAP"): boolean {
  return element.converted_type === what || element.logical_type?.type === what;
}

function plainElement(element: SchemaElement, name: string): SchemaElement {
  const { converted_type: _, logical_type: __, scale: ___, precision: ____, ...plain } = element;
  return { ...plain, name, ...(isText(element) ? { converted_type: "UTF8" } : {}) };
}

/** Whether the values of a leaf are strings. */
export function isText({ type, converted_type, logical_type }: SchemaElement): boolean {
  if (type !== "BYTE_ARRAY") return false;
  const texts = ["STRING", "ENUM", "JSON"];
  return ["UTF8", "ENUM", "JSON"].includes(converted_type ?? "") || texts.includes(logical_type?.type ?? "");
}
