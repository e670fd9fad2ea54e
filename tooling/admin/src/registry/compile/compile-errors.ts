import { compare } from "../../query/values.js";

/** What the compiler of Flyte's engine finds wrong. */
export interface CompileError {
  readonly code: string;
  readonly nodeId: string;
  readonly description: string;
}

/** Errors of a compilation. A scope counts its own and hands them to the whole. */
export class CompileErrors {
  readonly #parent: CompileErrors | undefined;
  readonly #found = new Map<string, CompileError>();
  #count = 0;

  constructor(parent?: CompileErrors) {
    this.#parent = parent;
  }

  scope(): CompileErrors {
    return new CompileErrors(this);
  }

  /** Gives nothing, so that what cannot be told can be returned as that. */
  collect(code: string, nodeId: string, description: string): undefined {
    this.#count += 1;
    this.#parent?.collect(code, nodeId, description);
    const error = { code, nodeId, description };
    this.#found.set(lineOf(error), error);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** All of them, each once, by code and then by text. */
  get text(): string {
    const sorted = [...this.#found.values()].toSorted(
      (one, other) => compare(one.code, other.code) || compare(lineOf(one), lineOf(other)),
    );
    const lines = sorted.map((error, index) => `\tError ${index}: ${lineOf(error)}\n`);
    return `Collected Errors: ${sorted.length}\n${lines.join("")}`;
  }

  /** Codes in the order of the text. */
  get codes(): readonly string[] {
    return [...this.#found.values()].map(({ code }) => code).toSorted(compare);
  }
}

function lineOf({ code, nodeId, description }: CompileError): string {
  return `Code: ${code}, Node Id: ${nodeId}, Description: ${description}`;
}
