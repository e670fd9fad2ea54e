// Whether what is written now is read back as a whole, or only tried: then the unions in it are not read back themselves.
let isInside = false;

/** What `write` does with a value that is read back as a whole, or tried. It is told whether it is inside another. */
export function unchecked<T>(write: (isChecked: boolean) => T): T {
  const before = isInside;
  isInside = true;
  try {
    return write(before);
  } finally {
    isInside = before;
  }
}
