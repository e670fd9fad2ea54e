import { isDeepStrictEqual } from "node:util";

import { type DescMessage, fromBinary, toBinary } from "@bufbuild/protobuf";

import { encode } from "../../src/entries/index.js";
import type { TestCodec } from "./codecs.js";
import { Random } from "./random.js";
import { randomMessage } from "./random-message.js";
import { reordered } from "./reordered.js";

/**
 * Send random messages through a codec and through protobuf-es, and compare.
 *
 * @returns one line for each case in which the two disagree, with the seed that makes it again.
 */
export function differences(type: DescMessage, codec: TestCodec, seed: number, cases: number): string[] {
  const found: string[] = [];
  for (let i = 0; i < cases; i++) {
    const fault = roundTrip(type, codec, new Random(seed + i));
    if (fault !== undefined) found.push(`${type.typeName}, seed ${seed + i}: ${fault}`);
  }
  return found;
}

function roundTrip(type: DescMessage, codec: TestCodec, random: Random): string | undefined {
  const raw = randomMessage(type, random);
  const wanted = fromBinary(type, raw);
  // Half of the messages arrive with fields in random order, half as protobuf-es writes them.
  const message = codec.decode(random.chance(0.5) ? raw : toBinary(type, wanted));
  const bytes = encode(codec, message);

  if (!isDeepStrictEqual(fromBinary(type, bytes), wanted)) return "decode and encode changed the message";
  if (codec.create !== undefined && !same(encode(codec, codec.create(message)), bytes))
    return "create changed it";
  if (!same(encode(codec, reordered(message)), bytes)) return "the bytes depend on the order of map entries";
  return undefined;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
