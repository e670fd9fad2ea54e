/**
 * Runs the chain and the fan, first to warm up and then on the clock, and prints the median milliseconds of a run.
 *
 * @param {{ chain: () => Promise<unknown>, fan: () => Promise<unknown> }} runs each resolves when the run is over, and
 *   rejects if its result is wrong
 * @param {{ warm: number, rounds: number }} times
 */
export async function timed({ chain, fan }, { warm, rounds }) {
  process.stdout.write(`${JSON.stringify({ chain: await median(chain), fan: await median(fan) })}\n`);

  /** @param {() => Promise<unknown>} once */
  async function median(once) {
    for (let i = 0; i < warm; i += 1) await once();
    const times = [];
    for (let i = 0; i < rounds; i += 1) {
      const start = performance.now();
      await once();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  }
}

/**
 * @param {unknown} given
 * @param {unknown} wanted
 */
export function assertEqual(given, wanted) {
  if (given !== wanted) throw new Error(`the run gave ${String(given)} in place of ${String(wanted)}`);
}
