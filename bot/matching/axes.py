"""The axes along which meanings are learnt from: told from their middle, and fewer where there are many phrasings."""

from __future__ import annotations

import numpy as np

# Of few phrasings the meaning tells more than the words; all its axes are needed.
_WEIGHT_FOR_FEW = 1.5
# Of many, the leading axes hold nearly all (93% of the variance of a story's phrasings). Stretched towards equal
# lengths, they are learnt in fewer steps.
_LEADING = 192
_STRETCH = 0.15
_SMALLEST = 1e-3


class Axes:
    """A linear map of meanings, and the way back for the weights that are learnt along it."""

    def __init__(self, meanings: np.ndarray, *, few: bool) -> None:
        """Find the axes of phrasings x coordinates; without coordinates there are none."""
        self.middle = meanings.mean(0)
        size = meanings.shape[1]
        if few or not size:
            self._axes = _WEIGHT_FOR_FEW * np.eye(size, dtype=np.float32)
        else:
            self._axes = _leading(meanings - self.middle)

    def along(self, meanings: np.ndarray) -> np.ndarray:
        """Return meanings in the coordinates to learn from."""
        return np.asarray((meanings - self.middle) @ self._axes)

    def back(self, weights: np.ndarray) -> np.ndarray:
        """Return the weights of these coordinates as weights of a meaning's own."""
        return np.asarray(self._axes @ weights)


def _leading(offsets: np.ndarray) -> np.ndarray:
    """Return the leading principal axes, stretched so that the mean square length stays."""
    variances, axes = np.linalg.eigh(offsets.T @ offsets / len(offsets))
    variances, axes = variances[::-1][:_LEADING], axes[:, ::-1][:, :_LEADING]
    stretch = (variances + _SMALLEST) ** -_STRETCH
    stretch /= np.sqrt((variances * stretch**2).sum() / (offsets**2).sum(1).mean())
    return np.asarray(axes * stretch, np.float32)
