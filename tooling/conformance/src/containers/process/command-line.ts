import { fileOfModule } from "../modules/file-of-module.js";
import type { ContainerRow } from "../rows/container-row.js";

/** What the arguments of a container say of our tasks. */
export interface Naming {
  /** The name that a container is given for a twin: `<module>.<variable>`, or nothing where there is none. */
  readonly taskName: (entity: string) => string | undefined;
  /** The name of the row's own twin: for a map that of its task. */
  readonly ownName: string;
}

const PROGRAM = /^pyflyte-(execute|map-execute|fast-execute)$/;
const DEFAULT_RESOLVER = "flytekit.core.python_auto_container.default_task_resolver";
const MAP_RESOLVER = "flytekit.core.array_node_map_task.ArrayNodeMapTaskResolver";
const FLAGS: readonly string[] = ["--test", "--dynamic-addl-distro"];

/**
 * Our command for that of a row: the programs are ours, and what stands behind `--resolver` is spelled as our commands
 * take it. Faults that a row put there stay: a module that is not there is none of ours either, and so on.
 */
export function ourCommandLine(row: ContainerRow, naming: Naming): readonly string[] {
  const [program = "", ...others] = row.argv;
  const ours = program.replace(PROGRAM, "tsflyte-$1");
  if (ours !== "tsflyte-fast-execute") return [ours, ...ourArguments(row, others, naming)];
  const inner = others.findIndex((each) => PROGRAM.test(each));
  if (inner < 0) return [ours, ...others];
  const child = ourCommandLine({ ...row, argv: others.slice(inner) }, naming);
  return [ours, ...others.slice(0, inner), ...child];
}

function ourArguments(row: ContainerRow, args: readonly string[], naming: Naming): readonly string[] {
  const { options, dashes, loader } = parse(args);
  const resolver = options.findLast(([name]) => name === "--resolver")?.[1];
  const mapped = resolver === MAP_RESOLVER && loader[2] === "resolver";
  const inner = mapped ? loader[3] : resolver;
  const own = mapped ? loader.slice(4) : loader;
  return [
    ...options.flatMap(([name, value]) =>
      name === "--resolver"
        ? resolverOption(mapped ? inner : value)
        : [name, ...(value === undefined ? [] : [value])],
    ),
    ...dashes,
    ...(mapped ? loader.slice(0, 2) : []),
    ...(inner === undefined || inner === DEFAULT_RESOLVER ? ourLoader(row, own, naming) : own),
  ];
}

type Option = readonly [name: string, value?: string | undefined];

function parse(args: readonly string[]): {
  options: readonly Option[];
  dashes: readonly string[];
  loader: readonly string[];
} {
  const options: Option[] = [];
  let at = 0;
  while (at < args.length) {
    const arg = args[at] ?? "";
    if (arg === "--") return { options, dashes: ["--"], loader: args.slice(at + 1) };
    if (!arg.startsWith("--")) break;
    const isAlone = arg.includes("=") || FLAGS.includes(arg) || at + 1 === args.length;
    if (arg.startsWith("--resolver=")) options.push(["--resolver", arg.slice("--resolver=".length)]);
    else options.push(isAlone ? [arg] : [arg, args[at + 1]]);
    at += isAlone ? 1 : 2;
  }
  return { options, dashes: [], loader: args.slice(at) };
}

/** Ours takes no option for the default resolver; another is a module and the name of its export. */
function resolverOption(location: string | undefined): readonly string[] {
  if (location === DEFAULT_RESOLVER) return [];
  if (location === undefined) return ["--resolver"];
  const dot = location.lastIndexOf(".");
  return [
    "--resolver",
    dot < 0 ? location : `${fileOfModule(location.slice(0, dot))}#${location.slice(dot + 1)}`,
  ];
}

/** Python's default resolver takes a module and a variable, ours a file and the name of a task. */
function ourLoader(row: ContainerRow, loader: readonly string[], naming: Naming): readonly string[] {
  const [moduleWord, module, nameWord, name, ...rest] = loader;
  if (moduleWord === undefined || module === undefined) return loader;
  const words = [moduleWord, fileOfModule(module)];
  if (nameWord === undefined || name === undefined) return [...words, ...loader.slice(2)];
  return [...words, nameWord, nameOf(row, module, name, naming), ...rest];
}

function nameOf(row: ContainerRow, module: string, name: string, { taskName, ownName }: Naming): string {
  const args = row.taskTemplate.json.container?.args ?? [];
  const isOwn = args[args.lastIndexOf("task-name") + 1] === name;
  return isOwn ? ownName : (taskName(`${module}.${name}`) ?? name);
}
