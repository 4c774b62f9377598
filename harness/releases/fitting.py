"""Packages whose later versions are for TensorFlow 2 alone, and do not say so to an installer."""

import re
from collections.abc import Sequence

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_TENSORFLOW_1 = re.compile(r"^tensorflow(?:-cpu|-gpu)?==1\.(?P<minor>\d+)|^tensorflow==0\.", re.MULTILINE)
# The first versions that end at once beside TensorFlow 1.
_LAST = {"keras": "2.4", "tflearn": "0.5", "dm-sonnet": "2", "tensorlayer": "2", "tensorflow-datasets": "4"}
_PROBABILITY = "tensorflow-probability"


def fitting(packages: Sequence[str], there: str) -> list[str]:
    """Give the same packages, those that name no version in one that runs beside what is there, a ``name==version``
    a line."""
    found = _TENSORFLOW_1.search(there)
    if found is None:
        return [*packages]
    return [_bounded(package, int(found["minor"] or 0)) for package in packages]


def _bounded(package: str, minor: int) -> str:
    requirement = Requirement(package)
    name = canonicalize_name(requirement.name)
    # 0.8 is for 1.15, 0.7 for 1.14, and so on down to 0.3 for 1.10.
    last = f"0.{minor - 6}" if name == _PROBABILITY and minor >= 10 else _LAST.get(name)
    return package if requirement.specifier or last is None else f"{package}<{last}"
