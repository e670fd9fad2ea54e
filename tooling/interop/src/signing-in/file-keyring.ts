import { existsSync, readFileSync, writeFileSync } from "node:fs";

type Entries = Record<string, Record<string, string>>;

/** The part of `@napi-rs/keyring` that the client uses, over the file that Python's side uses too. */
export class AsyncEntry {
  readonly #service: string;
  readonly #name: string;

  constructor(service: string, name: string) {
    this.#service = service;
    this.#name = name;
  }

  static withTarget(_target: string, service: string, name: string): AsyncEntry {
    return new AsyncEntry(service, name);
  }

  async getPassword(): Promise<string | null> {
    return read()[this.#service]?.[this.#name] ?? null;
  }

  async setPassword(password: string): Promise<void> {
    const entries = read();
    entries[this.#service] = { ...entries[this.#service], [this.#name]: password };
    write(entries);
  }

  async deleteCredential(): Promise<boolean> {
    const entries = read();
    const { [this.#name]: found, ...rest } = entries[this.#service] ?? {};
    entries[this.#service] = rest;
    write(entries);
    return found !== undefined;
  }
}

const path = (): string => process.env["INTEROP_KEYRING"] ?? "";

function read(): Entries {
  return existsSync(path()) ? (JSON.parse(readFileSync(path(), "utf8")) as Entries) : {};
}

function write(entries: Entries): void {
  writeFileSync(path(), JSON.stringify(entries));
}
