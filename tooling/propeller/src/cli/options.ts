import { parseArgs } from "node:util";

/** What the command is told. */
export interface RunOptions {
  readonly archive: string;
  /** The name of a launch plan or a workflow. */
  readonly plan: string;
  readonly inputs: string | undefined;
  readonly signals: string | undefined;
  /** A folder, or a prefix on S3. */
  readonly data: string;
  readonly cwd: string;
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly concurrency: number;
}

export const USAGE = `node tooling/propeller/dist/main.js run <package.tgz> <plan or workflow>

  --data <folder or s3://bucket/prefix>   where inputs and outputs of nodes are kept (a folder beside the package)
  --inputs <file.json>                    values by the names of inputs
  --signals <file.json>                   answers of gates by their signals: literals as proto JSON
  --cwd <folder>                          where tasks are started (here)
  --command <program=file arg ...>        what is started for a program of a template; as often as needed
  --concurrency <n>                       how many processes run at a time (2)`;

/** @throws `TypeError` for a command line that says something else */
export function readOptions(argv: readonly string[]): RunOptions {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      inputs: { type: "string" },
      signals: { type: "string" },
      cwd: { type: "string", default: process.cwd() },
      command: { type: "string", multiple: true, default: [] },
      concurrency: { type: "string", default: "2" },
    },
  });
  const [verb, archive, plan, more] = positionals;
  if (verb !== "run" || archive === undefined || plan === undefined || more !== undefined) {
    throw new TypeError("the command is: run <package.tgz> <plan or workflow>");
  }
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new TypeError("--concurrency is no number from 1");
  const { inputs, signals, data = `${archive}.data`, cwd } = values;
  const commands = Object.fromEntries(values.command.map(readCommand));
  return { archive, plan, inputs, signals, data, cwd, commands, concurrency };
}

function readCommand(text: string): readonly [string, readonly string[]] {
  const [, program, command] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (program === undefined || command === undefined) {
    throw new TypeError(`--command ${text} is not <program>=<what to start>`);
  }
  return [program, command.split(" ")];
}
