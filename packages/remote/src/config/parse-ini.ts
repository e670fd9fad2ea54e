import { configErrors as errors } from "../errors/config-errors.js";

/** The options of each section, by lower-case name. */
export type IniSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an INI file as Python's `configparser` does: `=` or `:` after a name, `#` and `;` at the start of a line begin a
 * comment, deeper lines go on with a value, `%(name)s` stands for another option, and `[DEFAULT]` counts for all sections.
 *
 * @throws `CONFIG_FILE_INVALID` with the line
 */
export function parseIni(text: string, path: string): IniSections {
  const raw = readSections(text, path);
  const defaults = raw.get("DEFAULT") ?? new Map<string, string>();
  return new Map(
    [...raw].map(([section, own]) => {
      const options = new Map([...defaults, ...own]);
      const filled = [...options].map(
        ([name, value]) => [name, fillIn(value, { options, path, name })] as const,
      );
      return [section, new Map(filled)];
    }),
  );
}

function readSections(text: string, path: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let option: { readonly name: string; readonly indent: number } | undefined;
  const bad = (line: number, problem: string): Error =>
    errors.CONFIG_FILE_INVALID({ path, problem: `line ${line + 1} ${problem}` });
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === "" || /^[#;]/.test(content)) continue;
    const indent = line.length - line.trimStart().length;
    if (section !== undefined && option !== undefined && indent > option.indent) {
      section.set(option.name, `${section.get(option.name) ?? ""}\n${content}`);
      continue;
    }
    const header = /^\[(.+)\]/.exec(content)?.[1];
    if (header !== undefined) {
      if (sections.has(header) && header !== "DEFAULT") throw bad(number, `begins [${header}] a second time`);
      section = sections.get(header) ?? new Map<string, string>();
      sections.set(header, section);
      option = undefined;
      continue;
    }
    const [, name, value] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(content) ?? [];
    if (section === undefined) throw bad(number, "stands before the first section");
    if (name === undefined || value === undefined) throw bad(number, "has no `=`");
    option = { name: name.toLowerCase(), indent };
    if (section.has(option.name)) throw bad(number, `has \`${option.name}\` a second time`);
    section.set(option.name, value);
  }
  return sections;
}

interface Filling {
  readonly options: ReadonlyMap<string, string>;
  readonly path: string;
  readonly name: string;
}

// As deep as configparser goes.
const DEEPEST = 10;

function fillIn(value: string, filling: Filling, depth = 0): string {
  const { options, path, name } = filling;
  const bad = (problem: string): Error =>
    errors.CONFIG_FILE_INVALID({ path, problem: `\`${name}\` ${problem}` });
  if (depth > DEEPEST) throw bad("refers to itself");
  return value.replaceAll(/%(?:%|\(([^)]*)\)s|)/g, (match, other: string | undefined) => {
    if (match === "%%") return "%";
    if (other === undefined) throw bad("has a single `%`, which must be written `%%`");
    const found = options.get(other.toLowerCase());
    if (found === undefined) throw bad(`refers to \`${other}\`, which is not there`);
    return fillIn(found, filling, depth + 1);
  });
}
