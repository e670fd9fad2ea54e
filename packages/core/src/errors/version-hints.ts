import type { Stamp } from "../brands/contract.js";

/** The hint for two copies of core that cannot work together. `theirs` is absent before contract numbers. */
export function versionsHint({
  theirs,
  ours,
}: {
  readonly theirs?: Stamp | undefined;
  readonly ours: Stamp;
}): string {
  const older =
    theirs === undefined
      ? "the oldest"
      : `version ${(theirs.contract < ours.contract ? theirs : ours).version}`;
  return `Run \`npm ls @flytekit-ts/core\` to see which package brings ${older}, and upgrade that package.`;
}

/** A version and its contract, for messages. */
export function stampWords({ version, contract }: Stamp): string {
  return `${version} (contract ${contract})`;
}
