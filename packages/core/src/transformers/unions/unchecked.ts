// Whether what is written now is read back as a whole, or only tried: then the unions in it are not read back themselves.
let isInside = false;

/**
 * What `write` does, told whether it is inside a value that is read back. If `isWhole`, what it writes is such a value.
 */
export function unchecked<T>(isWhole: boolean, write: (isChecked: boolean) => T): T {
  const before = isInside;
  isInside = before || isWhole;
  try {
    return write(before);
  } finally {
    isInside = before;
  }
}
