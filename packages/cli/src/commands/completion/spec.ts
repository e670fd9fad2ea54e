import { defineCommand } from "../../command/command-spec.js";

const shells = ["bash", "zsh", "fish"] as const;

export const completionSpec = defineCommand({
  name: "completion",
  summary: "Print a script that makes a shell complete tsflyte commands",
  details:
    "The script completes commands, options and their values, files, the tasks and workflows of a file and " +
    "their inputs, profiles, and kept runs. To find tasks and workflows it loads the file, as `tsflyte run` " +
    "does. The shell has to find `tsflyte`: install it globally (`npm install --global @flytekit-ts/cli`), or " +
    'define a function that starts that of the project: `tsflyte() { npx tsflyte "$@"; }`.',
  arguments: {
    shell: { says: "The shell: bash, zsh or fish", choices: shells },
    words: { kind: "any-number", says: "What was typed so far, after `--`: the script itself passes it" },
  },
  options: {},
  examples: [
    { line: `eval "$(tsflyte completion bash)"`, says: "For bash, add this line to ~/.bashrc" },
    { line: `eval "$(tsflyte completion zsh)"`, says: "For zsh, add this line to ~/.zshrc, after compinit" },
    {
      line: "tsflyte completion fish > ~/.config/fish/completions/tsflyte.fish",
      says: "For fish, type this once",
    },
  ],
});
