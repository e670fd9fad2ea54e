import { runCommand } from "./cli/run-command.js";

// pnpm runs this in the root of the repository, and says here where its caller stands.
const directory = process.env["INIT_CWD"] ?? process.cwd();
process.exitCode = await runCommand(process.argv.slice(2), {
  directory,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
