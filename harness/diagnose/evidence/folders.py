"""Where a file lies that a script has looked for in vain: the folder from which its path would have been right, or the
place where its repository has it."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

# As many folders above are looked at, and as many below, two deep.
_MOST_ABOVE, _MOST_BELOW = 4, 300
# And so many of a repository.
_MOST_ELSEWHERE = 1000


def folder_of(path: str, folder: Path) -> Path | None:
    """Give the folder, above or below the one that a script works in, from which a relative path leads to something;
    None for none, and for an absolute path."""
    if not path or path.startswith(("/", "~")) or path.strip("./") == "":
        return None
    return next((each for each in (*_above(folder), *_below(folder)) if (each / path).exists()), None)


def file_elsewhere(path: str, repository: Path | None) -> Path | None:
    """Give the one file of a repository that has the name of a file that a relative path does not lead to; None for
    none, for several, and for a path without an ending, which may be anything's name."""
    name = Path(path).name
    if repository is None or path.startswith(("/", "~")) or not Path(name).suffix:
        return None
    found = []
    for place, folders, files in itertools.islice(os.walk(repository), _MOST_ELSEWHERE):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found += [Path(place, name)] if name in files else []
    return found[0] if len(found) == 1 else None


def _above(folder: Path) -> Iterator[Path]:
    """Up to the head of a repository, and no further than the user's own folder."""
    inside = folder
    for above in [*folder.parents][:_MOST_ABOVE]:
        if (inside / ".git").exists() or inside == Path.home() or above == Path(above.anchor):
            return
        yield above
        inside = above


def _below(folder: Path) -> Iterator[Path]:
    found = 0
    for depth in ("*/", "*/*/"):
        for each in sorted(folder.glob(depth)):
            if found == _MOST_BELOW:
                return
            found += 1
            yield each
