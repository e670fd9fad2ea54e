import { gzipSync } from "node:zlib";

const BLOCK = 512;
const ALIGN = Buffer.alloc(BLOCK);

/** A tar archive with these files, as bytes; with `gzip` also compressed. */
export function tarOf(
  members: ReadonlyMap<string, Uint8Array>,
  { gzip }: { readonly gzip: boolean },
): Uint8Array {
  const parts = [...members].flatMap(([name, content]) => [
    header(name, content.length),
    content,
    ALIGN.subarray(0, (BLOCK - (content.length % BLOCK)) % BLOCK),
  ]);
  const archive = Buffer.concat([...parts, ALIGN, ALIGN]);
  return gzip ? gzipSync(archive) : archive;
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;
  if (block.write(name, 0, 100) < Buffer.byteLength(name))
    throw new Error(`${name} is too long for a tar archive`);
  block.write(octal(0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(315532800, 12), 136);
  block.write(" ".repeat(8), 148);
  block.write("0", 156);
  block.write("ustar\0\x300", 257);
  block.write(
    octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  );
  return block;
}
