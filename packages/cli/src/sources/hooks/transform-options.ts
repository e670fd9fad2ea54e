import type { JsxOptions, TransformOptions } from "oxc-transform";
import type { Tsconfig } from "./tsconfig.js";

type CompilerOptions = Tsconfig["options"];

/** How to transform a file, as its `tsconfig.json` says. */
export function transformOptions(options: CompilerOptions): TransformOptions {
  const definesFields = options.useDefineForClassFields ?? !isOld(options.target);
  return {
    target: `node${process.versions.node}`,
    sourcemap: true,
    typescript: {
      onlyRemoveTypeImports: options.verbatimModuleSyntax === true || options.preserveValueImports === true,
      removeClassFieldsWithoutInitializer: !definesFields,
    },
    assumptions: { setPublicClassFields: !definesFields },
    decorator: {
      legacy: options.experimentalDecorators === true,
      emitDecoratorMetadata: options.emitDecoratorMetadata === true,
      strictNullChecks: options.strictNullChecks ?? options.strict ?? false,
    },
    jsx: jsxOptions(options),
  };
}

// Before ES2022 there were no fields of classes, and TypeScript assigned them.
function isOld(target: CompilerOptions["target"]): boolean {
  return target !== undefined && /^es(3|5|6|20(1\d|2[01]))$/i.test(target);
}

function jsxOptions(options: CompilerOptions): JsxOptions {
  const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } = options;
  if (jsx === "react" || (jsx === undefined && jsxFactory !== undefined))
    return {
      runtime: "classic",
      ...(jsxFactory === undefined ? {} : { pragma: jsxFactory }),
      ...(jsxFragmentFactory === undefined ? {} : { pragmaFrag: jsxFragmentFactory }),
    };
  return {
    runtime: "automatic",
    development: jsx === "react-jsxdev",
    ...(jsxImportSource === undefined ? {} : { importSource: jsxImportSource }),
  };
}
