/** A row of the page: what the objects of a kind have. */
export interface ObjectRow {
  readonly commands: readonly string[];
  /** `none` for objects without a kind. */
  readonly kinds: readonly string[];
  readonly members: readonly string[];
}

/** What a page says in its tables of three columns, of which the last lists members. */
export function rowsOf(page: string): readonly ObjectRow[] {
  return [...page.matchAll(/^\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)]
    .filter(([, commands, , members = ""]) => commands !== "command" && members.includes("`"))
    .map(([, commands = "", kinds = "", members = ""]) => ({
      commands: words(commands),
      kinds: words(kinds),
      members: words(members),
    }))
    .filter(({ members }) => members.length > 0);
}

/** What is in backticks, or the first word where nothing is. */
function words(cell: string): readonly string[] {
  const marked = [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
  return marked.length > 0 ? marked : [/^\w+/.exec(cell.trim())?.[0] ?? ""];
}
