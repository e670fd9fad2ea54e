import { t, task } from "@flytekit-ts/core";

// As a module of CommonJS is imported, and a bundle of several: what each exports is one object.

const made = task({ name: "common.made", output: t.int() }, () => 1);
const more = task({ name: "common.more", output: t.int() }, () => 2);
const unread = task({ name: "common.unread", output: t.int() }, () => 3);

export default { made };
export { other as default_2 };
const other = { more, nothing: undefined };
export const plain = { unread };
