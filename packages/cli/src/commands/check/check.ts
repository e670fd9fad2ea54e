import { checkProject } from "../../checking/check-project.js";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { columnsGiven } from "../../terminal/screen-of.js";
import { checkedLines, checkedObject } from "./checked-lines.js";
import type { checkSpec } from "./spec.js";

/** `tsflyte check` */
export const check: Action<typeof checkSpec> = async ({ arguments: { FILE }, options }, cli) => {
  const { host, out } = cli;
  const project = await cli.project(FILE[0]);
  const { problems, entities, modules, profiles } = await checkProject(project, {
    files: FILE,
    cwd: host.cwd,
    signal: host.signal,
  });
  const { paint, screen, isVerbose } = out;
  const columns = columnsGiven(host.stdout, host.env);
  const style = { paint, cwd: host.cwd, unicode: screen.unicode, columns, verbose: isVerbose };
  for (const problem of problems) {
    out.object(checkedObject(problem));
    out.print([...checkedLines(problem, style), ""].join("\n"));
  }
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  const failing = problems.length - warnings;
  const most = options.strict === true ? 0 : (options["max-warnings"] ?? Number.POSITIVE_INFINITY);
  const failed = failing > 0 || warnings > most;
  const named = profiles.filter((each) => each !== undefined);
  out.object({
    kind: "summary",
    entities,
    modules: [...modules],
    profiles: [...named],
    errors: failing,
    warnings,
  });
  const what = `${counted(entities, "entity", "entities")} of ${counted(modules.length, "file", "files")}`;
  const under = named.length === 0 ? "" : `, under ${counted(named.length, "profile", "profiles")}`;
  const said = `${failing === 0 ? "No errors" : counted(failing, "error", "errors")} and ${counted(warnings, "warning", "warnings")} in ${what}${under}.`;
  out.print(out.paint(failed ? "red" : "green", said));
  if (failed && failing === 0) out.warn(`There are more warnings than ${most}, the most that are allowed.`);
  return failed ? ExitCode.Failure : ExitCode.Success;
};

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : count} ${count === 1 ? one : many}`;
}
