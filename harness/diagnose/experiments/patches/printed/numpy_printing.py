"""NumPy prints as it did in its release ``legacy``: "1.13", before arrays lost a space, or "1.25", before scalars were
printed with their types. One that is older than the change prints so already."""

import numpy as np

CAME_WITH = {"1.13": (1, 14), "1.25": (2, 0)}

legacy = CHANGE.get("legacy", "1.13")
if legacy not in CAME_WITH:
    raise RuntimeError("NumPy knows no way of printing named %s" % legacy)
if tuple(map(int, np.__version__.split(".")[:2])) >= CAME_WITH[legacy]:
    np.set_printoptions(legacy=legacy)
