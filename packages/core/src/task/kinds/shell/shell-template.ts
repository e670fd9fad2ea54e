const TEMPLATE = /\$?\{(inputs|outputs|ctx)\.([^{}\s]*)\}/g;

/** The parts of a context that scripts may name. */
export const CONTEXT_PARTS = ["executionId", "attempt", "workingDirectory"] as const;

/** A name in a script or a location: `inputs.file`. */
export interface ShellName {
  readonly kind: string;
  readonly name: string;
  /** Whether it stands right behind a single quote, where shells replace no variable. */
  readonly isLiteral: boolean;
}

/** The names in a text. */
export function namesInShell(text: string): readonly ShellName[] {
  return [...text.matchAll(TEMPLATE)].map(({ 1: kind = "", 2: name = "", index }) => ({
    kind,
    name,
    isLiteral: text[index - 1] === "'",
  }));
}

/** The shell variable for a name. */
export function shellVariable(kind: string, name: string): string {
  return `${kind}_${name}`;
}

/** A script with a reference to a shell variable for each name. */
export function withVariables(script: string): string {
  return script.replace(TEMPLATE, (_whole, kind: string, name: string) => `\${${shellVariable(kind, name)}}`);
}

/** A text with a value for each name. */
export function withValues(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    TEMPLATE,
    (_whole, kind: string, name: string) => values.get(shellVariable(kind, name)) ?? "",
  );
}
