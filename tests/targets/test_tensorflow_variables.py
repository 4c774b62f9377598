"""The list of variables that TensorFlow reads, held against the releases that are installed here."""

import mmap
import re
from pathlib import Path

import pytest

from harness.targets.tensorflow_variables import TENSORFLOW_VARIABLES

# Names in shared libraries that look like variables and are none: dtypes, status codes and attributes of the C API,
# parts of names, keys of the coordination service.
NO_VARIABLES = re.compile(
    r"TF_(ATTR_\w+|LITE_\w+|BFLOAT16|BOOL|COMPLEX|COMPLEX64|COMPLEX128|DOUBLE|FLOAT|HALF|Q?U?INT\d+|RESOURCE|STRING"
    r"|VARIANT|OK|ABORTED|ALREADY_EXISTS|CANCELLED|DATA_LOSS|DEADLINE_EXCEEDED|FAILED_PRECONDITION|INTERNAL"
    r"|INVALID_ARGUMENT|NOT_FOUND|OUT_OF_RANGE|PERMISSION_DENIED|RESOURCE_EXHAUSTED|UNAUTHENTICATED|UNAVAILABLE"
    r"|UNIMPLEMENTED|UNKNOWN|XLA_BRIDGE|DEFAULT_PREEMPTION_NOTICE_KEY|JOB_NAME|NP_\w+|\w+_)"
)
IN_LIBRARIES = re.compile(rb"\0(TF2?_[A-Z0-9_]{2,}|XLA_FLAGS)\0")
IN_SOURCES = re.compile(
    r"""(?:environ(?:\.get)?|getenv|setdefault)[\[(]\s*['"]((?:TF2?|XLA|KERAS|AUTOGRAPH)_[A-Z0-9_]+)['"]"""
)


def names_in(packages: Path) -> set[str]:
    """Give what the TensorFlow and Keras in a folder of packages read."""
    found: set[str] = set()
    for folder in [*packages.glob("tensorflow*"), *packages.glob("keras*")]:
        for path in folder.rglob("*.so*"):
            if path.is_file() and path.stat().st_size:
                with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                    found.update(name.decode() for name in IN_LIBRARIES.findall(content))
        for path in folder.rglob("*.py"):
            found.update(IN_SOURCES.findall(path.read_text(encoding="utf-8", errors="replace")))
    return {name for name in found if not NO_VARIABLES.fullmatch(name)}


@pytest.mark.parametrize("target", ["tf2_python", "tf1_python"])
def test_the_list_has_what_an_installed_release_reads(target: str, request: pytest.FixtureRequest) -> None:
    python: Path = request.getfixturevalue(target)
    packages = next(python.parents[1].glob("lib/python3*/site-packages"))
    found = names_in(packages)
    assert "TF_CPP_MIN_LOG_LEVEL" in found
    assert found - TENSORFLOW_VARIABLES == set()


def test_terraforms_variables_are_not_in_the_list() -> None:
    assert not [
        name for name in TENSORFLOW_VARIABLES if name.startswith(("TF_VAR", "TF_CLI_", "TF_LOG_PATH", "TF_INPUT"))
    ]
