import { expect, it } from "vitest";
import { optionRow } from "./option-rows.js";

it.each([
  ["quiet", { kind: "flag", short: "q", says: "Print less" }, ["-q, --quiet", "Print less"]],
  [
    "push",
    { kind: "flag", negatable: true, says: "Push, or not", absent: "push" },
    ["    --[no-]push", "Push, or not (default: push)"],
  ],
  [
    "label",
    { kind: "many", placeholder: "NAME=VALUE", says: "Give a label" },
    ["    --label NAME=VALUE", "Give a label (may be repeated)"],
  ],
  [
    "domain",
    { kind: "text", placeholder: "NAME", says: "Use it", absent: "development", variable: "DOMAIN" },
    ["    --domain NAME", "Use it (default: development; environment: DOMAIN)"],
  ],
  [
    "format",
    { kind: "choice", choices: ["mermaid", "dot", "svg", "html"], says: "The format" },
    ["    --format CHOICE", "The format (one of mermaid, dot, svg, html)"],
  ],
] as const)("optionRow(%j)", (name, option, row) => expect(optionRow(name, option)).toEqual(row));
