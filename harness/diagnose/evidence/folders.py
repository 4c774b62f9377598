"""Where a file lies that a script has looked for in vain: the folder from which its path would have been right."""

from collections.abc import Iterator
from pathlib import Path

# As many folders above are looked at, and as many below, two deep.
_MOST_ABOVE, _MOST_BELOW = 4, 300


def folder_of(path: str, folder: Path) -> Path | None:
    """Give the folder, above or below the one that a script works in, from which a relative path leads to something;
    None for none, and for an absolute path."""
    if not path or path.startswith(("/", "~")) or path.strip("./") == "":
        return None
    return next((each for each in (*_above(folder), *_below(folder)) if (each / path).exists()), None)


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
