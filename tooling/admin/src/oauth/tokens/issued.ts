import { randomBytes } from "node:crypto";

/** Something that was given to a client, to be given back once. */
export interface Issued {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly person: string;
  readonly expiresAt: number;
  /** Of a code: what the client must show when it exchanges it. */
  readonly challenge?: string | undefined;
  readonly redirectUri?: string | undefined;
}

/** What a table knows of a value: never given, given and still valid, or given and no longer. */
export type Standing = "unknown" | "over" | Issued;

/** The codes or refresh tokens that a server has given. */
export class IssuedTable {
  readonly #rows = new Map<string, Issued | undefined>();

  give(issued: Issued): string {
    const value = randomBytes(32).toString("base64url");
    this.#rows.set(value, issued);
    return value;
  }

  look(value: string, now: number): Standing {
    if (!this.#rows.has(value)) return "unknown";
    const row = this.#rows.get(value);
    return row === undefined || row.expiresAt <= now ? "over" : row;
  }

  /** From now on, the value is over. */
  end(value: string): void {
    this.#rows.set(value, undefined);
  }

  endAll(): void {
    for (const value of this.#rows.keys()) this.end(value);
  }

  values(): readonly string[] {
    return [...this.#rows.keys()];
  }
}
