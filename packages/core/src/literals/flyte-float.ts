// Copies of this package know each other's floats by it, and no author's object has it.
const BRAND = Symbol.for("@flytekit-ts/float");

/**
 * A float that stays one although it is whole: Python tells `1.0` from `1`, and JavaScript does not.
 *
 * `t.json({ exact: true })` gives one for each whole float. In arithmetic it is its number.
 */
export class FlyteFloat {
  readonly float: number;

  constructor(float: number) {
    this.float = float;
  }

  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  valueOf(): number {
    return this.float;
  }

  toJSON(): number {
    return this.float;
  }
}

/** The number of a `FlyteFloat` of any copy of this package; undefined for other values. */
export function floatOf(value: object): number | undefined {
  return BRAND in value && "float" in value && typeof value.float === "number" ? value.float : undefined;
}
