"""A port and its original as two sides: where each runs, and the draft as it runs in the original's place."""

import tokenize
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from harness.lint.script import releases_of, script_of
from harness.porting.sets import with_sorted_sets
from harness.releases.environments import is_ready
from harness.scripts.either import python3_of
from harness.scripts.python2 import PRELUDES
from harness.sides.words import Job
from harness.symbols.naming import is_tf2
from harness.symbols.timeline import Timeline, read_timeline
from harness.targets.scene import Prelude
from harness.words.errors import UsageError

_OWN_MODULES = "own_modules"
_FIRST = "first"
_MASKS = Prelude("dropout_masks")


def origin_of(text: str, path: Path, root: Path) -> str:
    """Give the release that a script is for: the newest of TensorFlow 1 that has all that it uses, of these one that is
    made already, if any is. Raises UsageError for a script that no release of TensorFlow 1 has all of."""
    timeline = read_timeline()
    releases = _releases(text, timeline)
    found = [release for release in releases if not is_tf2(release)]
    if releases and not found:
        raise UsageError(
            f"is written for TensorFlow 2: {releases[0]} and later have all that it uses, and no release of 1 has, so "
            "there is nothing to port",
            path,
        )
    if not found:
        raise UsageError(
            "no release of TensorFlow 1 has all that this uses (harness lint says what); name the release that it runs "
            f"on: {path}@1.4",
            path,
        )
    made = [release for release in found if is_ready(root, f"tf{release}")]
    return (made or list(found))[-1]


def _releases(text: str, timeline: Timeline) -> Sequence[str]:
    try:
        script = script_of(python3_of(text), timeline)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    return releases_of(script, timeline)


def as_original(job: Job) -> Job:
    """Give a job that runs the original as its draft asks for: where that walks through sets in sorted order, so does
    the original, whose own order is another one in each Python."""
    text = job.request.source
    try:
        if text is None:
            with tokenize.open(job.request.script) as file:
                text = file.read()
        ordered = with_sorted_sets(text)
    except (OSError, SyntaxError, ValueError):  # the run meets the same error, and tells
        return _with_masks(job)
    return _with_masks(job if ordered == text else replace(job, request=replace(job.request, source=ordered)))


def as_draft(
    job: Job, name: str, text: str, modules: Mapping[str, str], firsts: Mapping[str, str] = MappingProxyType({})
) -> Job:
    """Give a job that runs a draft where its original would run: in its folder, with its name and its modules, of which
    some have other texts, by path, and behind the drafts of the scripts that are run before it, ``firsts``. What a
    translation from Python 2 needs is left out, unless a module of the script's own needs it that has none."""
    scene = job.request.scene
    if scene is None:
        return _with_masks(replace(job, name=name, request=replace(job.request, source=text), notebook=None))
    translated = {
        path: own for prelude in scene.preludes if prelude.name == _OWN_MODULES for path, own in _texts(prelude).items()
    }
    texts = {**translated, **modules}
    preludes = [prelude for prelude in scene.preludes if prelude.name != _OWN_MODULES]
    remarks = scene.remarks
    if not translated.keys() - modules.keys():
        preludes = [prelude for prelude in preludes if not _is_python2(prelude)]
        remarks = tuple(remark for remark in remarks if not remark.startswith("translated from Python 2"))
    preludes = [_behind_drafts(prelude, firsts) if prelude.name == _FIRST else prelude for prelude in preludes]
    own = [Prelude(_OWN_MODULES, {"texts": texts})] if texts else []
    scene = replace(scene, preludes=(*preludes, *own), remarks=remarks)
    return _with_masks(replace(job, name=name, request=replace(job.request, source=text, scene=scene), notebook=None))


def _behind_drafts(prelude: Prelude, firsts: Mapping[str, str]) -> Prelude:
    """The scripts that are run before another one, those with a draft as that."""
    scripts = [
        {**each, "source": firsts[each["script"]], "preludes": []} if each["script"] in firsts else each
        for each in prelude.setting["scripts"]
    ]
    return Prelude(prelude.name, {**prelude.setting, "scripts": scripts})


def _with_masks(job: Job) -> Job:
    """Give a job whose dropouts drop the same elements on both sides."""
    return replace(job, request=replace(job.request, preludes=(*job.request.preludes, _MASKS)))


def _texts(prelude: Prelude) -> Mapping[str, str]:
    found: Mapping[str, str] = prelude.setting["texts"]
    return found


def _is_python2(prelude: Prelude) -> bool:
    return f"{prelude.name}.py" in PRELUDES
