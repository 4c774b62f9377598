"""Modules of a script's own, which lie beside it: those that use TensorFlow are ported with it."""

import os
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.porting.draft import Aim, Draft
from harness.porting.draft_port import draft_port
from harness.scripts.either import python3_of
from harness.sides.around.own_files import own_files


@dataclass(frozen=True)
class PortedModule:
    """A module, ``name`` being its path from the script's folder, and its draft."""

    path: Path
    name: str
    draft: Draft


def ported_modules(
    script: Path, text: str, to: str, aim: Aim, also: Path | None = None, within: Path | None = None
) -> Iterator[PortedModule]:
    """Draft the modules that a script imports from its folder, or from one that is looked in ``also``, as far as they
    use TensorFlow or are Python 2; those that lie above or beside as well, if they are ``within`` a folder. One that
    cannot be read is left out: the run tells."""
    folder = (script.parent if also is None else also).resolve()
    try:
        python3 = python3_of(text)
    except SyntaxError:
        return
    for file in own_files(script, python3, also, python2=aim.python2):
        path = file.path.resolve()
        if not path.is_relative_to(folder if within is None else within.resolve()):
            continue
        try:
            with tokenize.open(path) as opened:
                own = opened.read()
            if "tensorflow" in own or file.was_python2:
                name = Path(os.path.relpath(path, folder)).as_posix()
                yield PortedModule(path, name, draft_port(own, to, aim))
        except (OSError, SyntaxError, ValueError):
            continue


def drafts_of_firsts(scripts: Iterable[Path], aim: Aim) -> dict[str, str]:
    """Give drafts to ``tf.compat.v1`` of scripts that are run before a port, by their paths: they are of its era. One
    that uses no TensorFlow, or cannot be read, has none, and runs as it stands."""
    found = {}
    for script in scripts:
        try:
            with tokenize.open(script) as opened:
                text = opened.read()
            if "tensorflow" in text and script.suffix == ".py":
                found[str(script.resolve())] = draft_port(text, "compat", aim).text
        except (OSError, SyntaxError, ValueError):
            continue
    return found


def texts_of(modules: Sequence[PortedModule]) -> dict[str, str]:
    """Give the drafts by the paths of the modules for which they stand."""
    return {str(module.path): module.draft.text for module in modules}
