import { beforeEach, describe, expect, it } from "vitest";
import type { Keyring } from "./keyring.js";
import { type Entry, sharedEntries } from "./shared-entries.js";

// The Secret Service: items with attributes, found by some of them.
interface Item {
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

let items: Item[];
let keyring: Keyring;

function entry(wanted: Readonly<Record<string, string>>): Entry {
  const one = (): Item | undefined => {
    const found = items.filter(({ attributes }) =>
      Object.entries(wanted).every(([name, value]) => attributes[name] === value),
    );
    if (found.length > 1) throw new Error(`Entry is matched by ${found.length} credentials`);
    return found[0];
  };
  return {
    getPassword: async () => one()?.text ?? null,
    setPassword: async (text) => {
      const found = one();
      if (found === undefined) items.push({ attributes: wanted, text });
      else found.text = text;
    },
    deleteCredential: async () => {
      const found = one();
      items = items.filter((item) => item !== found);
      return found !== undefined;
    },
  };
}

function python(text: string): void {
  const attributes = { application: "Python keyring library", service: "a", username: "access_token" };
  items = items.filter((item) => item.attributes["application"] === undefined);
  items.push({ attributes, text });
}

beforeEach(() => {
  items = [];
  keyring = sharedEntries(
    (service, username) => entry({ service, username }),
    (service, username) => entry({ target: "default", service, username }),
  );
});

describe("a keyring that Python writes to, too", () => {
  it("reads and changes Python's entry", async () => {
    python("first");
    expect(await keyring.get("a", "access_token")).toBe("first");
    await keyring.set("a", "access_token", "second");
    expect(items.map(({ text }) => text)).toEqual(["second"]);
  });

  it("gives up its own entry where Python added one", async () => {
    await keyring.set("a", "access_token", "ours");
    python("newer");
    expect(await keyring.get("a", "access_token")).toBe("newer");
    expect(items).toHaveLength(1);
    await keyring.set("a", "access_token", "newest");
    expect(items).toMatchObject([{ text: "newest" }]);
  });

  it("removes both", async () => {
    await keyring.set("a", "access_token", "ours");
    python("newer");
    await keyring.remove("a", "access_token");
    expect(items).toEqual([]);
    expect(await keyring.get("a", "access_token")).toBeUndefined();
  });
});
