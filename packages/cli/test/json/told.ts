import { type Around, type Ran, runCli } from "../support/run-cli.js";

/** An object that a command line printed with `--json`. */
export interface Told {
  /** What the page calls the command line, such as `pull --check`. */
  readonly command: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** Runs a command line with `--json`, and keeps what it prints under what the page calls it. */
export type Tell = (command: string, argv: readonly string[], around?: Around) => Promise<Ran>;

/** Collects what command lines print. */
export function listener(defaults: Around): { readonly told: Told[]; readonly tell: Tell } {
  const told: Told[] = [];
  return {
    told,
    tell: async (command, argv, around = {}) => {
      const ran = await runCli([...argv, "--json"], { ...defaults, ...around });
      told.push(...ran.objects.map((object) => ({ command, object })));
      return ran;
    },
  };
}
