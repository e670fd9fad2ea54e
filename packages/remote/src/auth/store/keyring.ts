/** The keyring of a system: texts by service and account. Each function rejects where the keyring cannot be used. */
export interface Keyring {
  get(service: string, account: string): Promise<string | undefined>;
  set(service: string, account: string, text: string): Promise<void>;
  remove(service: string, account: string): Promise<void>;
}
