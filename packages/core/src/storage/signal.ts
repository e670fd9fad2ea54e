/**
 * An `AbortSignal`.
 *
 * Programs compiled without the DOM and without `@types/node` have no such name, and get the parts that an author needs.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Global } }
  ? Global
  : PlainSignal;

interface PlainSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
