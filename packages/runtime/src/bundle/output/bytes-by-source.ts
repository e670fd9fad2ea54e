const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How much of some code comes from each source of its map, in UTF-16 units, by the index of the source. */
export function bytesBySource(code: string, mappings: string): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  const lines = code.split("\n");
  let source = 0;
  for (const [index, line] of mappings.split(";").entries()) {
    let column = 0;
    let last: number | undefined;
    const add = (end: number): void => {
      if (last !== undefined) sizes.set(last, (sizes.get(last) ?? 0) + end - column);
    };
    for (const segment of line === "" ? [] : line.split(",")) {
      const [step = 0, sourceStep] = decode(segment);
      add(column + step);
      column += step;
      if (sourceStep !== undefined) source += sourceStep;
      last = sourceStep === undefined ? undefined : source;
    }
    add(lines[index]?.length ?? column);
  }
  return sizes;
}

/** The numbers of a segment, each of digits of five bits, with the sign in the lowest bit. */
function decode(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const each of segment) {
    const digit = DIGITS.indexOf(each);
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
    [value, shift] = [0, 0];
  }
  return numbers;
}
