"""The environment variables that runs get of the caller's, and which of them results tell."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harness.targets.target import Setup
from harness.targets.tensorflow_variables import TENSORFLOW_VARIABLES
from harness.words.errors import UsageError, near

# What a program needs to find programs and libraries, to speak a language and to know the hour; no more, for among all
# that a user has are tokens, and a script prints what it likes.
_PLAIN = frozenset({"PATH", "LD_LIBRARY_PATH", "LANG", "LANGUAGE", "TZ", "TMPDIR"})
# Of the libraries below TensorFlow, which have no list: CUDA, OpenMP of GCC, LLVM and Intel, MKL, oneDNN, OpenBLAS.
_OF_LIBRARIES = ("CUDA_", "NVIDIA_", "OMP_", "GOMP_", "KMP_", "MKL_", "ONEDNN_", "DNNL_", "OPENBLAS_")
# What an experiment sets may be told by the beginning of its name.
_OF_EXPERIMENTS = (*_OF_LIBRARIES, "TF_", "XLA_", "KERAS_")


def is_setting(name: str) -> bool:
    """Whether TensorFlow, or a library below it, reads a variable: it may change what is computed, and is told."""
    return name in TENSORFLOW_VARIABLES or name.startswith(_OF_LIBRARIES)


def inherited(callers: Mapping[str, str]) -> dict[str, str]:
    """Give those of the caller's variables that runs get."""
    return {
        name: value for name, value in callers.items() if name in _PLAIN or name.startswith("LC_") or is_setting(name)
    }


def handing_on(setup: Setup, names: Sequence[str], callers: Mapping[str, str] = os.environ) -> Setup:
    """Give a setup whose runs get further variables of the caller's, which no result tells. Raises UsageError for one
    that is not set."""
    for name in names:
        if name not in callers:
            near_by = near(name, callers)
            raise UsageError(f"--env {name}: there is no such environment variable{near_by}; it names one that is set")
    more = {name: callers[name] for name in names}
    return replace(setup, environment={**more, **setup.environment}, untold=(*setup.untold, *names))


def told(callers: Mapping[str, str], setup: Setup) -> frozenset[str]:
    """Give the names of the variables that results tell: settings among the caller's, and those that an experiment has
    set."""
    inherited_ones = {name for name in callers if is_setting(name)}
    set_ones = {name for name in setup.environment if is_setting(name) or name.startswith(_OF_EXPERIMENTS)}
    return frozenset((inherited_ones | set_ones) - set(setup.untold))
