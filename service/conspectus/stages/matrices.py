"""Sparse matrices as the stages use them."""

import numpy as np
from scipy import sparse


def incidence(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> sparse.csr_matrix:
    """Which row holds which column, 0/1; a pair that is given twice counts once."""
    pairs = np.unique(rows.astype(np.int64) * shape[1] + columns)
    held, columns = np.divmod(pairs, max(1, shape[1]))
    starts = np.concatenate([[0], np.cumsum(np.bincount(held, minlength=shape[0]))])
    return sparse.csr_matrix((np.ones(len(pairs)), columns, starts), shape=shape)


def row_of(matrix: sparse.csr_matrix, row: int) -> tuple[np.ndarray, np.ndarray]:
    """The columns that a row holds, and what it holds there."""
    held = slice(matrix.indptr[row], matrix.indptr[row + 1])
    return matrix.indices[held], matrix.data[held]


def rows_of(matrix: sparse.csr_matrix, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The columns that rows hold, all one after another, as (which of the rows, column)."""
    lengths = np.diff(matrix.indptr)[rows]
    starts = np.repeat(matrix.indptr[rows] - np.cumsum(lengths) + lengths, lengths)
    return np.repeat(np.arange(len(rows)), lengths), matrix.indices[starts + np.arange(len(starts))]


def scaled_rows(matrix: sparse.csr_matrix, factors: np.ndarray) -> sparse.csr_matrix:
    """Each row times its factor; a product with a diagonal matrix does the same at several times the cost."""
    data = matrix.data * np.repeat(factors, np.diff(matrix.indptr))
    return sparse.csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def keep_columns(matrix: sparse.csr_matrix, kept: np.ndarray) -> sparse.csr_matrix:
    """The matrix with nothing but zeros in the columns that are not kept, (columns,) bool."""
    held = kept[matrix.indices]
    starts = np.concatenate([[0], np.cumsum(held)])[matrix.indptr]
    return sparse.csr_matrix((matrix.data[held], matrix.indices[held], starts), shape=matrix.shape)


def row_sums(matrix: sparse.csr_matrix) -> np.ndarray:
    """The sum of each row, (rows,)."""
    held = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return np.bincount(held, weights=matrix.data, minlength=matrix.shape[0])
