import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fencesOf } from "@flytekit-ts/vitest-preset/fences";
import { afterAll, describe, expect, it, vi } from "vitest";
import { errors } from "../src/errors.js";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const PAGES = join(PACKAGE, "../../docs/errors");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "runtime-pages-")));
afterAll(() => rmSync(folder, { recursive: true }));

// The packages are found as their users find them.
for (const name of ["@flytekit-ts/runtime", ...installed()]) {
  const link = join(folder, "node_modules", name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(
    name === "@flytekit-ts/runtime" ? PACKAGE : realpathSync(join(PACKAGE, "node_modules", name)),
    link,
  );
}

function installed(): readonly string[] {
  return readdirSync(join(PACKAGE, "node_modules/@flytekit-ts")).map((each) => `@flytekit-ts/${each}`);
}

const pages = readdirSync(PAGES)
  .filter((name) => Object.hasOwn(errors, name.replace(/\.md$/, "")))
  .map((name) => ({ code: name.replace(/\.md$/, ""), file: join(PAGES, name) }))
  .map(({ code, file }) => ({ code, file, text: readFileSync(file, "utf8") }))
  .filter(({ text }) => text.includes("@flytekit-ts/runtime"));

describe("the examples of the error pages", () => {
  it.each(pages)("$code: the log says what the page shows", async ({ code, file, text }) => {
    const example = join(folder, `${code}.ts`);
    writeFileSync(example, fencesOf(text)[0] ?? "");
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
    await import(example).finally(() => log.mockRestore());
    const said = new RegExp(`\\[${code}\\][^\\n]*(?:\\n\\s*hint: [^\\n]*)?`).exec(
      lines.join("\n").split("Message:").at(-1) ?? "",
    );
    const message = said?.[0].replaceAll(folder, "/work").replaceAll(/\n\s*hint/g, "\n  hint") ?? "";
    expect(message).toContain(code);
    const shown = text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${message}\n\`\`\``);
    // Rewritten by `vitest run -u` when a message changes.
    await expect(shown).toMatchFileSnapshot(file);
  });
});
