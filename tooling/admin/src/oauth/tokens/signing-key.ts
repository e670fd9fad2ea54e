import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";

/** The key that access tokens are signed with. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

let made: SigningKey | undefined;

/** One key a process: making one takes a tenth of a second. */
export function signingKey(): SigningKey {
  made ??= makeKey();
  return made;
}

function makeKey(): SigningKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  const id = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64url");
  return { id, privateKey, publicKey };
}
