import { escapeHtml } from "../makers/html/escape-html.js";

/** The source of a task's function, as the program has it: TypeScript without its types, or what a build made of it. */
export function sourceTab(fn: unknown): string {
  return typeof fn === "function" ? `<pre>${escapeHtml(String(fn))}</pre>` : "<i>none</i>";
}
