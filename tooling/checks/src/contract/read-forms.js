import { listFiles, readText } from "../repo/list-files.js";

/** The types of what one copy of the packages makes and another reads. What these refer to crosses, too. */
export const crossing = Object.freeze([
  // core
  ...["Entity", "Executable", "FlytekitError", "Node", "RuntimeType", "TaskContext", "TaskEntity", "Tracer"],
  ...["TracedCondition", "TracedVoidPromise"],
  // workflow
  ...["BranchEntity", "CompiledWorkflow", "DynamicEntity", "GateEntity", "LaunchPlanEntity", "MapEntity"],
  ...["ReferenceEntity", "Schedule", "Trace", "WorkflowEntity"],
  // local-exec
  "Mock",
]);

/** Lists of words that nobody but a reader of messages looks at, so they may grow. */
const free = new Set(["BackendCode"]);

/**
 * The declarations of all that crosses copies, by name, as the reports of the entries have them.
 *
 * @param {string} root
 * @returns {ReadonlyMap<string, string>}
 */
export function readForms(root) {
  // What crosses is declared in these; others may have types of the same names.
  const reports = listFiles(root).filter((file) =>
    /^packages\/(?:core|workflow|local-exec)\/api\/.*\.md$/.test(file),
  );
  const declared = new Map(reports.flatMap((file) => declarationsIn(readText(root, file))));
  /** @type {Map<string, string>} */
  const found = new Map();
  const visit = (/** @type {string} */ name) => {
    const text = declared.get(name);
    if (text === undefined || found.has(name) || free.has(name)) return;
    found.set(name, text);
    for (const [word] of text.matchAll(/\b[A-Z]\w*/g)) visit(word);
  };
  for (const name of crossing) {
    if (!declared.has(name)) throw new Error(`No report of an entry declares ${name}, which crosses copies.`);
    visit(name);
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @param {string} report
 * @returns {(readonly [string, string])[]} Names and texts of interfaces, classes and types.
 */
function declarationsIn(report) {
  return report.split(/^(?:\/\/.*)?\n/m).flatMap((part) => {
    const text = part.trim().replace(/^export (?:declare )?/, "");
    const [, name] = /^(?:interface|class|type) (\w+)/.exec(text) ?? [];
    return name === undefined ? [] : [/** @type {const} */ ([name, text])];
  });
}
