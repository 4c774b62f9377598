"""The environment variables that runs get of the caller's, and which of them results tell."""

from collections.abc import Collection, Mapping

from harness.targets.tensorflow_variables import TENSORFLOW_VARIABLES

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


def inherited(callers: Mapping[str, str], handed_on: Collection[str] = ()) -> dict[str, str]:
    """Give those of the caller's variables that runs get, the ones named in ``handed_on`` included."""
    return {
        name: value
        for name, value in callers.items()
        if name in _PLAIN or name.startswith("LC_") or is_setting(name) or name in handed_on
    }


def settings(callers: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """Give the variables that results tell: settings among the caller's, and those that an experiment or whoever calls
    the harness has set in ``environment``."""
    told = {name: value for name, value in callers.items() if is_setting(name)}
    return {
        **told,
        **{name: value for name, value in environment.items() if is_setting(name) or name.startswith(_OF_EXPERIMENTS)},
    }
