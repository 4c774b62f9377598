"""Scripts that ``--first`` has run before another one, which needs what they write."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.sides.around.own_files import OwnFile
from harness.sides.around.texts import script_text
from harness.targets.scene import Prelude
from harness.words.errors import UsageError

# What they may take of the time that a run has.
_SHARE = 0.5
_KINDS = (".py", ".ipynb")


@dataclass(frozen=True)
class First:
    """Scripts that are run before another one: the ``prelude`` that does it, None for none, and all that they are or
    import of their own, as ``files``."""

    prelude: Prelude | None = None
    files: tuple[OwnFile, ...] = ()


def run_first(scripts: Sequence[Path], folder: Path | None, seconds: float, *, python2: bool) -> First:
    """Give how scripts are run before one that has so many ``seconds``: each in ``folder``, None for its own. Raises
    UsageError for one that is not there, or that no Python reads."""
    told, files = [], []
    for path in scripts:
        if path.suffix not in _KINDS:
            raise UsageError(f"--first {path}: is neither a script (.py) nor a notebook (.ipynb)")
        if not path.is_file():
            raise UsageError(f"--first {path}: there is no such file")
        given = script_text(path, python2=python2)
        text = given.text if given.text is not None else path.read_text(encoding="utf-8", errors="replace")
        files += [OwnFile(path.absolute(), text, was_python2=bool(given.preludes)), *(given.own_files or ())]
        told.append(
            {
                "script": str(path.resolve()),
                "source": given.text,
                "folder": str((folder or path.parent).resolve()),
                "preludes": [each.as_message() for each in given.preludes],
            }
        )
    if not told:
        return First()
    return First(Prelude("first", {"scripts": told, "seconds": seconds * _SHARE}), tuple(files))
