"""NumPy prints as it did before, in ``legacy`` "1.13" or "1.25" (Keras 3 and NumPy 2 came later)."""

import numpy as np

legacy = CHANGE.get("legacy", "1.13")
try:
    np.set_printoptions(legacy=legacy)
except (TypeError, ValueError):
    raise RuntimeError("NumPy %s cannot print as NumPy %s did" % (np.__version__, legacy))
