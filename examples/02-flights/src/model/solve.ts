/**
 * Solve `matrix · x = right` for a symmetric positive definite matrix, by Cholesky's decomposition.
 *
 * @throws RangeError when the matrix is not positive definite: features that repeat each other, no ridge.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower = decompose(matrix);

  // lower · y = right, from the top.
  const y: number[] = [];
  for (const [i, row] of lower.entries()) y.push(((right[i] ?? 0) - dot(row, y)) / (row[i] ?? 1));

  // transpose(lower) · x = y, from the bottom.
  const x = y.map(() => 0);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    const column = lower.map((row) => row[i] ?? 0);
    x[i] = ((y[i] ?? 0) - dot(column, x)) / (column[i] ?? 1);
  }
  return x;
}

/** The lower triangle L with L · transpose(L) = matrix; row `i` has `i + 1` numbers. */
function decompose(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [i, values] of matrix.entries()) {
    const row: number[] = [];
    for (const [j, earlier] of lower.entries())
      row.push(((values[j] ?? 0) - dot(row, earlier)) / (earlier[j] ?? 1));
    const square = (values[i] ?? 0) - dot(row, row);
    if (!(square > 0))
      throw new RangeError(`the matrix is not positive definite at row ${i}; use a ridge above 0`);
    row.push(Math.sqrt(square));
    lower.push(row);
  }
  return lower;
}

/** Sum of products over the positions that both have. */
function dot(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  let total = 0;
  for (let i = 0; i < length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
