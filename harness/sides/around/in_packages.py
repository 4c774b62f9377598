"""Modules of a script's own that lie in its packages, and import each other as Python 2 had them do."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from harness.scripts.implicit_imports import by_package
from harness.sides.around.added_folders import added_folders
from harness.sides.around.own_files import OwnFile


def with_package_imports(script: Path, text: str, files: Sequence[OwnFile]) -> tuple[OwnFile, ...]:
    """Give the files that a script with this text imports of its own, where some are Python 2, with what those in its
    packages import from beside them taken from the package. Not those in the script's folder, or in one that it puts on
    the path: there they are no package's."""
    if not any(file.was_python2 for file in files):
        return tuple(files)
    added = (folder for each in (text, *(file.text for file in files)) for folder in added_folders(script, each))
    on_path = {each.resolve() for each in (script.parent, *added)}
    return tuple(_in_its_package(file, on_path) for file in files)


def _in_its_package(file: OwnFile, on_path: Collection[Path]) -> OwnFile:
    folder = file.path.parent
    if folder.resolve() in on_path or not (folder / "__init__.py").is_file():
        return file
    beside = {each.stem for each in folder.glob("*.py")} | {each.parent.name for each in folder.glob("*/__init__.py")}
    text = by_package(file.text, beside - {file.path.stem})
    # Its text is another than the file's: that is what is asked of it.
    return file if text == file.text else replace(file, text=text, was_python2=True)
