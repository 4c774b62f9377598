"""Modules of a script's own that build parts of its graph, written into it before it is drafted."""

from collections.abc import Iterator
from pathlib import Path

from harness.porting.draft import Aim, is_draft
from harness.porting.eager.settling.own_module import builds, with_module
from harness.scripts.either import python3_of
from harness.scripts.python2 import is_python2
from harness.sides.around.own_files import OwnFile, imported_by, modules_above, own_files

# Ways of drafting that have to see what makes variables where it is called.
_SEEN_WHOLE = ("eager", "keras")


def changes_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give in words what a draft of a joined text has changed by that."""
    return (f"{', '.join(names)}, which it imports, stand{'s' * (len(names) == 1)} in it",) if names else ()


def joined(script: Path, text: str, to: str, aim: Aim, also: Path | None = None) -> tuple[str, tuple[str, ...]]:
    """Give a script's text with the modules in it that build parts of its graph and that it alone imports, and their
    names; as it is where there are none, for other ways of drafting, and for Python 2. Of several modules those that
    others import are joined behind these."""
    if to not in _SEEN_WHOLE or is_draft(text) or aim.python2 or is_python2(text):
        return text, ()
    names: list[str] = []
    while True:
        try:
            files = list(own_files(script, python3_of(text), also))
        except SyntaxError:
            return text, tuple(names)
        found = next(_joinable(script, text, files, also), None)
        if found is None:
            return text, tuple(names)
        text, name = found
        names.append(name)


def _joinable(script: Path, text: str, files: list[OwnFile], also: Path | None) -> Iterator[tuple[str, str]]:
    """Each text that the script becomes with one module more, and that module's name."""
    folders = [script.parent, *([also] if also is not None else []), *modules_above(script, python3_of(text), files)]
    wanted = imported_by(text, relative=False)
    for file in files:
        if file.was_python2 or not builds(file.text):
            continue
        name = next((each for each in wanted if any(_place(folder, each) == file.path for folder in folders)), None)
        if name is None or any(name in imported_by(other.text) for other in files if other.path != file.path):
            continue
        try:
            made = with_module(text, name, file.text)
        except ValueError:
            continue
        if made is not None:
            yield made, file.path.name


def _place(folder: Path, name: str) -> Path:
    return folder.joinpath(*name.split(".")).with_suffix(".py")
