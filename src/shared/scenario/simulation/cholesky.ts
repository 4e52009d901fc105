/** Below this a pivot is taken for none: what remains of a variable beside those before it. */
const smallestPivot = 1e-10;

/**
 * The lower triangular L with L·Lᵀ = matrix (Cholesky; Golub & Van Loan, Matrix Computations, 4.2), so that L times independent
 * standard normals has the matrix as its correlations.
 *
 * @param matrix symmetric, row by row.
 * @returns null where the matrix is not positive definite: no variables can be correlated so.
 */
export function cholesky(matrix: readonly (readonly number[])[]): readonly Float64Array[] | null {
  const lower = matrix.map((row) => new Float64Array(row.length));
  for (const [row, own] of lower.entries()) {
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] ?? own;
      let rest = matrix[row]?.[column] ?? 0;
      for (let before = 0; before < column; before += 1) rest -= (own[before] ?? 0) * (other[before] ?? 0);
      if (column < row) own[column] = rest / (other[column] ?? 1);
      else if (rest <= smallestPivot) return null;
      else own[column] = Math.sqrt(rest);
    }
  }
  return lower;
}
