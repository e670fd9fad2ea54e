/** What pnpm does itself, without a script. */
const ownCommands = new Set([
  "install",
  "add",
  "exec",
  "dlx",
  "outdated",
  "update",
  "why",
  "audit",
  "pack",
  "publish",
]);

/**
 * Check the commands of a page: `npx --yes pnpm@<version> <script>`, with the pinned version and a real script.
 *
 * @param {string} file
 * @param {string} text
 * @param {{ packageManager: string, rootScripts: readonly string[], allScripts: readonly string[] }} known
 * @returns {string[]} One line per problem, with the place.
 */
export function checkCommands(file, text, known) {
  return text.split("\n").flatMap((line, i) => {
    const problems = [...line.matchAll(/\bnpx\s[^`|;&#"']*/g)].map(([command]) =>
      checkCommand(command, known),
    );
    return problems.filter((each) => each !== undefined).map((problem) => `${file}:${i + 1} ${problem}`);
  });
}

/**
 * @param {string} command
 * @param {{ packageManager: string, rootScripts: readonly string[], allScripts: readonly string[] }} known
 * @returns {string | undefined}
 */
function checkCommand(command, { packageManager, rootScripts, allScripts }) {
  const [tool, ...words] = command
    .trim()
    .split(/\s+/)
    .slice(1)
    .filter((word) => !/^(-y|--yes|--offline)$/.test(word));
  if (tool === undefined || !tool.startsWith("pnpm")) return undefined;
  if (tool !== packageManager) return `runs ${tool}, but the pinned one is ${packageManager}`;
  const filtered = words.some((word) => /^(-F|--filter|-C|--dir|-r|--recursive)/.test(word));
  const [script] = words
    .filter((word, i) => !word.startsWith("-") && !/^(-F|--filter|-C|--dir)$/.test(words[i - 1] ?? ""))
    .filter((word) => word !== "run");
  if (script === undefined || ownCommands.has(script) || /[<$]/.test(script)) return undefined;
  return (filtered ? allScripts : rootScripts).includes(script)
    ? undefined
    : `runs ${script}, which is no script`;
}
