/**
 * One part of the check: a script of the root package.json.
 *
 * @typedef {object} Part
 * @property {string} name What a reader calls it.
 * @property {string} script
 */

/**
 * Run parts one after the other and stop at the first that fails.
 *
 * @param {readonly Part[]} parts
 * @param {(script: string) => number} run Runs a script and gives its exit code.
 * @param {(line: string) => void} say
 * @returns {{ passed: string[], failed: string | undefined }}
 */
export function runParts(parts, run, say) {
  /** @type {string[]} */
  const passed = [];
  for (const { name, script } of parts) {
    say(`check ${passed.length + 1}/${parts.length}: ${name}`);
    const started = Date.now();
    const code = run(script);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (code !== 0) {
      say(`check FAILED at ${name} (exit code ${code}). Run it alone: npx --yes pnpm@12.21.0 ${script}`);
      return { passed, failed: name };
    }
    say(`check ${passed.length + 1}/${parts.length}: ${name} passed in ${seconds} s`);
    passed.push(name);
  }
  say(`check passed: ${passed.join(", ")}`);
  return { passed, failed: undefined };
}
