/** RECORD_CONSTRUCTED: a record that is made with `new`. */
import { t } from "@flytekit-ts/workflow";

class Point extends t.struct("Point", { x: t.int(), y: t.int() }) {}

// @ts-expect-error a value of a record is a plain object
export const origin = new Point({ x: 0, y: 0 }); // here
