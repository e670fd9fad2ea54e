import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled, isJavaScript, needsTransform } from "../hooks/file-kinds.js";
import { replacedImport } from "../hooks/replaced-import.js";
import { isOurs, type Part, partsOf } from "./module-parts.js";

interface CodeModule {
  readonly file: string;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Where names come from: a module, and the name that it exports. `*` is all of it. */
  readonly imports: ReadonlyMap<string, readonly [specifier: string, name: string]>;
  /** Names that are exported under another, or of other modules. */
  readonly exports: readonly {
    readonly as: string;
    readonly name: string;
    readonly from: string | undefined;
  }[];
  readonly requests: readonly string[];
}

/**
 * Reads what the code of a declaration is: the statement, and at any depth what it uses of its own and of other modules.
 *
 * Statements with effects count for all that their module declares, and so do those of modules that are imported. Where it
 * is not clear what is used, all of a module counts. Installed packages count by their names.
 */
export async function codeReader(): Promise<(file: string, line: number) => string> {
  const { parseSync } = await import("rolldown/utils");
  const modules = new Map<string, CodeModule>();
  const moduleAt = (file: string): CodeModule => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(file, "utf8");
    const { program, module } = parseSync(file, text);
    const imports = new Map<string, readonly [string, string]>();
    for (const { entries, moduleRequest } of module.staticImports)
      for (const { importName, localName, isType } of entries)
        if (!isType)
          imports.set(localName.value, [
            moduleRequest.value,
            importName.kind === "Default" ? "default" : (importName.name ?? "*"),
          ]);
    const pure = new Set([...imports].flatMap(([name, [specifier]]) => (isOurs(specifier) ? [name] : [])));
    const exported = module.staticExports.flatMap(({ entries }) => entries).filter(({ isType }) => !isType);
    const read: CodeModule = {
      ...{ file, text, imports },
      parts: partsOf(program.body, pure),
      exports: exported.map((each) => ({
        as: each.exportName.kind === "Default" ? "default" : (each.exportName.name ?? "*"),
        name: (each.moduleRequest === null ? each.localName.name : each.importName.name) ?? "*",
        from: each.moduleRequest?.value,
      })),
      requests: [
        ...module.staticImports
          .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
          .map(({ moduleRequest }) => moduleRequest.value),
        ...exported.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ],
    };
    modules.set(file, read);
    return read;
  };
  return (file, line) => new Slice(moduleAt).digest(file, line);
}

/** What one declaration uses. */
class Slice {
  readonly #moduleAt: (file: string) => CodeModule;
  readonly #entered = new Set<string>();
  readonly #parts = new Set<Part>();
  readonly #others = new Set<string>();

  constructor(moduleAt: (file: string) => CodeModule) {
    this.#moduleAt = moduleAt;
  }

  digest(file: string, line: number): string {
    const module = this.#moduleAt(file);
    this.#enter(module);
    const at = module.text.split("\n").slice(0, line).join("\n").length;
    const part = module.parts.find(({ start, end }) => start <= at && at <= end + 1);
    // Made by a function, a task is what its callers make of it.
    if (part?.isVariable === true) this.#add(module, part);
    else this.#whole(module);
    const prints = [...[...this.#parts].map(({ print }) => print), ...this.#others];
    return createHash("sha256").update(JSON.stringify(prints.toSorted())).digest("base64url");
  }

  // A module that is imported runs, with all that it imports.
  #enter(module: CodeModule): void {
    if (this.#entered.has(module.file)) return;
    this.#entered.add(module.file);
    for (const part of module.parts) if (part.hasEffects) this.#add(module, part);
    for (const specifier of module.requests) {
      const found = this.#find(specifier, module.file);
      if (found !== undefined) this.#enter(found);
    }
  }

  #whole(module: CodeModule): void {
    this.#enter(module);
    for (const part of module.parts) this.#add(module, part);
    for (const { from, name } of module.exports) if (from !== undefined) this.#imported(module, from, name);
  }

  #add(module: CodeModule, part: Part): void {
    if (this.#parts.has(part)) return;
    this.#parts.add(part);
    for (const specifier of part.asksFor) this.#imported(module, specifier, "*");
    for (const name of part.uses) {
      const found = module.imports.get(name);
      if (found !== undefined) this.#imported(module, ...found);
      for (const other of module.parts) if (other.declares.includes(name)) this.#add(module, other);
    }
  }

  #imported(module: CodeModule, specifier: string, name: string): void {
    const found = this.#find(specifier, module.file);
    if (found === undefined) return;
    this.#enter(found);
    if (name === "*") this.#whole(found);
    else if (!this.#exported(found, name)) this.#whole(found);
  }

  /** Adds what a module exports under a name. Whether it does. */
  #exported(module: CodeModule, name: string): boolean {
    const found = module.exports.filter(({ as }) => as === name);
    for (const each of found) {
      const origin =
        each.from === undefined ? module.imports.get(each.name) : ([each.from, each.name] as const);
      if (origin !== undefined) this.#imported(module, ...origin);
      const parts = module.parts.filter(({ declares }) => declares.includes(each.name));
      if (origin === undefined && parts.length === 0) return false;
      for (const part of parts) this.#add(module, part);
    }
    if (found.length > 0) return true;
    const starred = module.exports.filter(({ as, from }) => as === "*" && from !== undefined);
    for (const { from = "" } of starred) this.#imported(module, from, name);
    return starred.length > 0;
  }

  #find(specifier: string, importer: string): CodeModule | undefined {
    const path = pathOf(specifier, importer);
    if (path === undefined || isInstalled(path)) {
      this.#others.add(specifier);
      return undefined;
    }
    if (needsTransform(path) || isJavaScript(path))
      return isOurs(specifier) ? undefined : this.#moduleAt(path);
    this.#others.add(createHash("sha256").update(readFileSync(path)).digest("base64url"));
    return undefined;
  }
}

function pathOf(specifier: string, importer: string): string | undefined {
  if (isOurs(specifier)) return undefined;
  const url = replacedImport(specifier, pathToFileURL(importer).href);
  if (url !== undefined) return fileURLToPath(url);
  try {
    const found = createRequire(importer).resolve(specifier);
    return found.includes("/") || found.includes("\\") ? found : undefined;
  } catch {
    return undefined;
  }
}
