"""Importing TensorFlow once, the same way on every release, and saying what was imported."""

import contextlib
import gc
import os
import platform
import re
import sys
import types
from typing import Any, Dict, Iterator, List, Set  # noqa: F401  (Set: in a comment)

_LAZY_PARTS = {
    # Loaded by TensorFlow on first use only: seconds that every child would pay again.
    "keras": re.compile(rb"\bkeras\b"),
    "contrib": re.compile(rb"\bcontrib\b"),
}
# Preludes that load such a part themselves, whatever the script names.
_OF_PRELUDES = {"watch.py": "keras"}
_loaded = set()  # type: Set[str]


class _PlainV1(types.ModuleType):
    """``tensorflow.compat.v1`` for releases before 1.13, which had no such module: the plain API, which *was* TF1."""

    def __init__(self, plain: Any) -> None:
        super(_PlainV1, self).__init__("tensorflow.compat.v1")
        self._plain = plain

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plain, name)

    @staticmethod
    def disable_v2_behavior() -> None:
        """Nothing to switch off: these releases have no TF2 behaviour."""

    disable_eager_execution = disable_v2_behavior


def import_tensorflow() -> Any:
    """Import TensorFlow, give the module; ``import tensorflow.compat.v1 as tf`` works after it on every release."""
    with _without_collecting():
        return _imported()


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Have no garbage looked for: an import makes hardly any, and looking for it takes an eighth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _imported() -> Any:
    import tensorflow  # type: ignore[import-not-found,unused-ignore]

    if not hasattr(tensorflow, "__version__"):
        raise ImportError("the module 'tensorflow' found at %s is not TensorFlow" % _place(tensorflow))
    try:
        import tensorflow.compat.v1  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        # `tensorflow.compat` was a name before it was a package; an import finds both in sys.modules.
        compat = tensorflow.compat
        compat.v1 = _PlainV1(tensorflow)
        sys.modules.setdefault("tensorflow.compat", compat)
        sys.modules["tensorflow.compat.v1"] = compat.v1
    return tensorflow


def _place(module: Any) -> str:
    return getattr(module, "__file__", None) or ", ".join(getattr(module, "__path__", [])) or "an unknown place"


def preload(tensorflow: Any, texts: List[bytes], preludes: List[str]) -> None:
    """Load the lazy parts of TensorFlow that a script's texts name, or that these preludes load. Importing is all that
    is safe before a fork."""
    source = b"\n".join(texts)
    asked = {_OF_PRELUDES.get(os.path.basename(path)) for path in preludes}
    asked.update(name for name in _LAZY_PARTS if _LAZY_PARTS[name].search(source))
    for name in [name for name in _LAZY_PARTS if name in asked - _loaded]:
        _loaded.add(name)
        try:
            with _without_collecting():
                dir(getattr(tensorflow, name))
        except Exception:  # noqa: S112  (the script meets the same error, and tells)
            continue
        settle()


def settle() -> None:
    """Make forks cheap: a child's garbage collector then leaves alone, and so unshared, what exists by now.

    What is garbage by now is kept, too; to find it takes longer than some runs.
    """
    if hasattr(gc, "freeze"):  # Python 3.7
        gc.freeze()


def facts(tensorflow: Any, recorded: List[str]) -> Dict[str, Any]:
    """What this interpreter is, as JSON: versions, platform, how TensorFlow was built, and the environment variables of
    these names."""
    import numpy

    version = getattr(tensorflow, "version", None)
    build = {}
    try:
        build = {str(key): str(value) for key, value in dict(tensorflow.sysconfig.get_build_info()).items()}
    except Exception:
        build = {}  # get_build_info came with 2.3
    return {
        "tensorflow": tensorflow.__version__,
        "git_version": str(getattr(version, "GIT_VERSION", getattr(tensorflow, "__git_version__", ""))),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "numpy": numpy.__version__,
        "platform": platform.platform(),
        "machine": platform.machine(),
        "executable": sys.executable,
        "build": build,
        "environment": {name: os.environ[name] for name in recorded if name in os.environ},
    }
