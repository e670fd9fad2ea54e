/**
 * @typedef {{ min: number, median: number, max: number }} Spread
 */

/**
 * Times a piece of work over several rounds after a warm-up. Shared machines are noisy: quote medians, and
 * look at the spread before believing them.
 *
 * @param {number} rounds
 * @param {() => unknown} work one round; what it returns is awaited
 * @returns {Promise<Spread>} milliseconds a round
 */
export async function measure(rounds, work) {
  for (let i = 0; i < 3; i += 1) await work();
  const times = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return spreadOf(times);
}

/**
 * @param {readonly number[]} times
 * @returns {Spread}
 */
export function spreadOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ i) => sorted[i] ?? Number.NaN;
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

/**
 * @param {string} name
 * @param {Spread} spread in milliseconds, or of whatever `unit` says
 * @param {{ per?: number, unit?: "ms" | "us" | "MB" | "x", aim?: string }} options `per`: how many things one round
 *   did; "x" is a ratio
 */
export function row(name, spread, { per = 1, unit = "us", aim = "" } = {}) {
  const factor = (unit === "us" ? 1000 : 1) / per;
  const cell = (/** @type {number} */ value) =>
    (value * factor).toFixed(unit === "us" || unit === "x" ? 2 : 1).padStart(9);
  const { min, median, max } = spread;
  return `| ${name.padEnd(52)} | ${cell(median)} | ${cell(min)} | ${cell(max)} | ${unit.padEnd(2)} | ${aim.padEnd(6)} |`;
}
