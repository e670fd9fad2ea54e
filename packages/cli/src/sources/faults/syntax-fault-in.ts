import { authorModules } from "../reading/author-modules.js";
import { describeFault } from "../hooks/fault-error.js";
import type { SyntaxFault } from "../hooks/syntax-fault.js";
import { transformed } from "../hooks/transformed.js";
import { hasStandardDecorators } from "../hooks/with-esbuild.js";
import type { DescribedFault } from "./described-fault.js";

/**
 * What is wrong in the first of an author's modules that cannot be read. Node does not say in which, nor where.
 *
 * @param said what Node says of it
 */
export async function syntaxFaultIn(entry: string, said: string): Promise<DescribedFault | undefined> {
  for (const { file, text } of (await authorModules(entry)).values()) {
    const result = transformed(file, text);
    if ("problem" in result) return located(result);
    if (said.startsWith("Invalid or unexpected token") && hasStandardDecorators(result.code))
      return decorators(file);
  }
  return undefined;
}

/** What is wrong in a file, with its place. */
export function located(fault: SyntaxFault): DescribedFault {
  const { file, line, column } = fault;
  return { ...describeFault(fault), location: { file, line, column } };
}

// Of those that oxc knows, it has made calls.
function decorators(file: string): DescribedFault {
  return {
    file,
    problem: "it has decorators, which Node does not run",
    advice:
      "Install esbuild, which makes functions of them: `npm install --save-dev esbuild`. Or write `experimentalDecorators` in tsconfig.json, if they are of that kind.",
  };
}
