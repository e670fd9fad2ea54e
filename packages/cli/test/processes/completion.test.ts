import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";

const TEMPLATE = fileURLToPath(new URL("../../template", import.meta.url));
let cwd: string;
let bin: string;
beforeAll(() => {
  cwd = aProject({}, { keep: true });
  cpSync(TEMPLATE, cwd, { recursive: true });
  bin = mkdtempSync(join(tmpdir(), "tsflyte-bin-"));
  const program = `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`;
  writeFileSync(join(bin, "tsflyte"), program, { mode: 0o755 });
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

const isHere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** What a shell prints that runs a script, in a project, with `tsflyte` on its path. */
function printed(shell: string, script: string): string {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`, HOME: bin };
  const { stdout, stderr } = spawnSync(shell, ["-c", script], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 20_000,
  });
  return stdout + stderr;
}

// What is typed, and one of the words that are then offered or put there.
const lines = [
  ["tsflyte ver", "version"],
  ["tsflyte run src/workflows.te", "src/workflows.test.ts"],
  ["tsflyte run src/workflows.ts ", "everyMorning"],
  ["tsflyte run src/workflows.ts gard", "garden"],
  ["tsflyte run src/workflows.ts garden --rai", "--rain"],
  ["tsflyte check --profile ", "production"],
  ["tsflyte init --package-manager=pn", "pnpm"],
] as const;

describe.skipIf(!isHere("bash"))("bash", () => {
  it.each(lines)("completes %j", (line, word) => {
    const script = `eval "$(tsflyte completion bash)"
      COMP_LINE=$LINE COMP_POINT=\${#LINE}
      read -ra COMP_WORDS <<< "\${LINE//=/ = }"
      [[ $LINE == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
      _tsflyte tsflyte
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(printed("bash", `LINE='${line}'\n${script}`).split("\n")).toContain(word);
  });
});

describe.skipIf(!isHere("fish"))("fish", () => {
  it.each(lines)("completes %j", (line, word) => {
    const offered = printed("fish", `tsflyte completion fish | source; complete -C '${line}'`);
    expect(offered.split("\n").map((each) => each.replace(/\t.*/, "").replace(/^.*=/, ""))).toContain(word);
  });
});

describe.skipIf(!isHere("zsh"))("zsh", () => {
  // A shell in a terminal of its own, in which the key for completing is pressed.
  it.each(lines)("completes %j", (line, word) => {
    const shown = printed(
      "zsh",
      `zmodload zsh/zpty
       zpty z "PS1= zsh -f -i"
       zpty -w z 'stty cols 200; autoload -Uz compinit; compinit -u -D; eval "$(tsflyte completion zsh)"; echo rea""dy'
       zpty -r -m z out '*ready*'
       zpty -w -n z '${line}'$'\\t'
       zpty -r -m z out '*${word}*' && print -r -- "$out"`,
    );
    expect(shown).toContain(word);
  });
});
