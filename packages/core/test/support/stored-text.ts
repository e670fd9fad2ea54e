import { createType } from "../../src/makers/create-type.js";
import { t } from "../../src/makers/t.js";
import type { FlyteType } from "../../src/types/infer.js";
import { mismatch } from "../../src/types/mismatch.js";
import { runtimeType } from "../../src/types/runtime-type.js";
import type { ValueStore } from "../../src/types/value-store.js";

/** A text that is kept at a URI, as the content of a file: `{ text }` is given, `{ uri }` is received. */
export const storedText = (): FlyteType<unknown, "stored", unknown> => {
  const { transformer } = runtimeType(t.string(), "the test");
  const uriOf = (value: unknown): unknown =>
    typeof value === "object" && value !== null && "uri" in value ? value.uri : value;
  return createType<unknown, "stored">({
    transformer: {
      ...transformer,
      tag: "Stored",
      words: "stored text",
      toLiteral: (value) => transformer.toLiteral(uriOf(value)),
      write: (value, writer) => transformer.write(uriOf(value), writer),
      fromLiteral: (literal) => ({ uri: transformer.fromLiteral(literal) }),
      read: (reader) => ({ uri: transformer.read(reader) }),
      storing: (value) =>
        typeof value === "object" && value !== null && "text" in value
          ? async (store) => ({ uri: await storeText(store, value.text) })
          : undefined,
      load: async (value, store) => ({ ...(value as object), loadedBy: await store.newPath("x") }),
    },
  });
};

async function storeText(store: ValueStore, text: unknown): Promise<string> {
  if (typeof text !== "string") throw mismatch("stored text", "another text");
  const uri = store.newUri(text);
  await store.newPath(text);
  return uri;
}

/** A store of names, which says how many were asked for at once. */
export function countingStore(): ValueStore & { readonly most: () => number; readonly asked: string[] } {
  let [running, most] = [0, 0];
  const asked: string[] = [];
  return {
    storage: {} as ValueStore["storage"],
    asked,
    most: () => most,
    newUri: (name) => `s3://b/${name}`,
    async newPath(name) {
      asked.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 1));
      running -= 1;
      return `/tmp/${name}`;
    },
  };
}
