"""Modules of a script's own, which lie beside it or above, and which the target does not have as they are."""

import os
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from harness.porting.draft import Aim, Draft
from harness.porting.draft_port import draft_port
from harness.porting.packages import with_packages
from harness.scripts.either import python3_of
from harness.sides.around.own_files import modules_above, own_files


@dataclass(frozen=True)
class PortedModule:
    """A module, ``name`` being its path from the script's folder, and its draft."""

    path: Path
    name: str
    draft: Draft


def ported_modules(
    script: Path, text: str, to: str, aim: Aim, also: Path | None = None, within: Path | None = None
) -> Iterator[PortedModule]:
    """Draft the modules that a script imports from its folder, from one that is looked in ``also``, or from one above
    in which they lie, as far as they use TensorFlow, or what other packages no longer have, or are Python 2; those that
    are ``within`` a folder alone, where one is given. One that cannot be read is left out: the run tells."""
    folder = (script.parent if also is None else also).resolve()
    try:
        python3 = python3_of(text)
    except SyntaxError:
        return
    files = tuple(own_files(script, python3, also, python2=aim.python2))
    # From there they are imported: a draft beside which they lie finds them by the same names.
    above = [each.resolve() for each in modules_above(script, python3, files)] if within is None else [within.resolve()]
    for file in files:
        path = file.path.resolve()
        place = next((each for each in (folder, *above) if path.is_relative_to(each)), None)
        if place is None:
            continue
        try:
            with tokenize.open(path) as opened:
                own = opened.read()
            if "tensorflow" in own or file.was_python2 or with_packages(own) != own:
                name = Path(os.path.relpath(path, place if within is None else folder)).as_posix()
                yield PortedModule(path, name, _drafted(own, to, aim))
        except (OSError, SyntaxError, ValueError):
            continue


@lru_cache(maxsize=128)
def _drafted(text: str, to: str, aim: Aim) -> Draft:
    """A module is that of many files of a repository, and drafted once."""
    return draft_port(text, to, aim)


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
