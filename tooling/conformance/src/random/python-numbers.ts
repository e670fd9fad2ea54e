/** Python's `a // b` of whole numbers: rounded down, where JavaScript's `Math.trunc` goes to zero. */
export function floorDivide(a: number, b: number): number {
  // Never -0: as an integer it is 0.
  return Math.floor(a / b) + 0;
}

/** Python's `a % b` of whole numbers: it has the sign of `b`. */
export function modulo(a: number, b: number): number {
  return a - b * Math.floor(a / b);
}
