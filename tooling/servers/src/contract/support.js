/** @typedef {import("../../testing.js").ContractStorage} ContractStorage */

/**
 * @param {ContractStorage} storage
 * @param {string} uri
 * @param {Parameters<ContractStorage["read"]>[1]} [options]
 * @returns {Promise<Buffer>}
 */
export async function bytesAt(storage, uri, options) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  for await (const chunk of storage.read(uri, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * @param {ContractStorage} storage
 * @param {string} prefix
 */
export async function listed(storage, prefix) {
  const objects = [];
  for await (const object of storage.list(prefix)) objects.push(object);
  return objects;
}

/**
 * What something rejects with. Its message, hint and stack are kept for tests.
 *
 * @param {() => unknown} act
 * @returns {Promise<{ readonly code: string | undefined, readonly text: string }>}
 */
export async function rejection(act) {
  try {
    await act();
  } catch (error) {
    const code = Reflect.get(Object(error), "code");
    return { code: typeof code === "string" ? code : undefined, text: String(error) };
  }
  return { code: undefined, text: "It did not fail." };
}

/**
 * @param {readonly unknown[]} chunks What is an error is thrown.
 * @returns {AsyncGenerator<Uint8Array, void>}
 */
export async function* stream(...chunks) {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield /** @type {Uint8Array} */ (chunk);
  }
}

/** @param {string} text */
export const bytes = (text) => new TextEncoder().encode(text);

/**
 * Bytes that are not alike anywhere, the same for the same length.
 *
 * @param {number} length
 */
export function noise(length) {
  const words = new Uint32Array(Math.ceil(length / 4));
  let state = 2_463_534_242;
  for (let index = 0; index < words.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state;
  }
  return new Uint8Array(words.buffer, 0, length);
}

/**
 * @param {readonly string[]} uris
 * @returns {string[]} In the order of their code points, which is that of their UTF-8.
 */
export function inOrder(uris) {
  return [...uris].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
