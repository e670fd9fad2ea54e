import { defineCommand } from "../../command/command-spec.js";

const shells = ["bash", "zsh", "fish"] as const;

export const completionSpec = defineCommand({
  name: "completion",
  summary: "Print a script with which a shell completes what you type",
  details:
    "It completes commands, options and their values, files, what a file exports, the inputs of that, profiles, and runs. To " +
    "know exports and inputs it loads the file, as running it would. The shell starts `tsflyte` by that name: install it for " +
    "all projects (`npm install --global @flytekit-ts/cli`), or define a function that starts the project's: " +
    '`tsflyte() { npx tsflyte "$@"; }`.',
  arguments: {
    shell: { says: "bash, zsh or fish", choices: shells },
    words: { kind: "any-number", says: "What was typed, behind two dashes: the script asks with it" },
  },
  options: {},
  examples: [
    { line: `eval "$(tsflyte completion bash)"`, says: "For bash: in ~/.bashrc" },
    { line: `eval "$(tsflyte completion zsh)"`, says: "For zsh: in ~/.zshrc, behind compinit" },
    { line: "tsflyte completion fish > ~/.config/fish/completions/tsflyte.fish", says: "For fish: once" },
  ],
});
