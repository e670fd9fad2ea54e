import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Some code of an author, as a module. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** Why types should not hold the fault, and the code that says it instead. Undefined if the compiler refuses it. */
  readonly accepted: { readonly reason: string; readonly code: string } | undefined;
  /** The version that refuses what is right, because of a limit that newer ones do not have. */
  readonly refusedBy: string | undefined;
}

const ACCEPTED = "(?:Accepted \\(`(\\w+)`\\): (.*)\\n\\n)?";
const REFUSED = "(?:Refused by TypeScript (\\S+): .*\\n\\n)?";
const SECTION = new RegExp(
  `^## (\\w+): (.*)\\n\\n${ACCEPTED}${REFUSED}\`\`\`ts( body)?\\n([^]*?)^\`\`\`$`,
  "gm",
);
const IMPORTS = /^import .*;\n/gm;

/** The snippets of a page. */
export function readSnippets(page: "right" | "wrong"): readonly Snippet[] {
  const text = readFileSync(new URL(`../${page}.md`, import.meta.url), "utf8");
  return [...text.matchAll(SECTION)].map(([, id = "", title = "", code = "", reason, ...rest]) => {
    const [refusedBy, isBody, written = ""] = rest;
    const accepted = reason === undefined ? undefined : { reason, code };
    return { id, title, code: moduleOf(written, isBody !== undefined), accepted, refusedBy };
  });
}

export const PRELUDE = fileURLToPath(new URL("../prelude.ts", import.meta.url));
const names = [
  ...readFileSync(PRELUDE, "utf8").matchAll(/^export const (\w+)|^export \{([^}]*)\}/gm),
].flatMap(([, one = "", several = one]) => several.split(",").map((name) => name.trim()));

function moduleOf(written: string, isBody: boolean): string {
  const imports = written.match(IMPORTS)?.join("") ?? "";
  const code = written.replaceAll(IMPORTS, "");
  const whole = isBody ? `${BODY_OPENS}${code}${BODY_CLOSES}` : code;
  const used = names.filter((name) => name !== "" && new RegExp(`\\b${name}\\b`).test(whole));
  return `import { ${used.join(", ")} } from "../prelude.js";\n${imports}${whole}export {};\n`;
}

const BODY_OPENS = `export const wf = workflow(
  {
    name: "w",
    inputs: {
      ...{ n: t.int(), f: t.float(), s: t.string(), b: t.boolean(), xs: t.list(t.int()), fs: t.list(t.float()) },
      ...{ m: t.map(t.int()), o: t.optional(t.int()), d: t.datetime(), u: t.duration(), c: Color, order: Order },
    },
  },
  ({ n, f, s, b, xs, fs, m, o, d, u, c, order }) => {
    void [n, f, s, b, xs, fs, m, o, d, u, c, order];
`;
const BODY_CLOSES = `  },
);
`;
