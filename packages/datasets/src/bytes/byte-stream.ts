/** The bytes of a file, in parts. */
export type ByteStream = AsyncGenerator<Uint8Array>;
