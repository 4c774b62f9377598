"""Needs a package: a script that imports what its environment does not have."""

import re
from collections.abc import Sequence

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.targets.scene import Scene
from harness.words.distributions import distribution_of
from harness.words.finding import Confidence, Finding

_MISSING = re.compile(r"(?:ModuleNotFoundError|ImportError): No module named '?(?P<module>\w+)(?P<inner>[\w.]*)'?")
# These are TensorFlow's own, or Python's before 3: no package brings them.
_NO_PACKAGE = re.compile(
    r"__main__|tensorflow\w*|cPickle|urllib2|urlparse|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|httplib|__builtin__"
)


# What Python says of a function that has other arguments in another version of its package.
_ARGUMENTS = re.compile(r"TypeError: (?P<name>\w+)\(\) (?:missing \d+ required|got an unexpected keyword|takes )")


# And where it has none of that name.
_GONE = re.compile(r"ImportError: cannot import name '?(?P<name>\w+)'?")
# What audioread says, and librosa by it, of a sound that Python itself cannot read.
_NO_DECODER = re.compile(r"NoBackendError")


def detect(evidence: Evidence) -> Finding | None:
    """Find a module that is not there, or a program, by the error that the script ended with.

    It has no trial, and needs no run: the error names the module.
    """
    decoder = failed_alike(evidence, _NO_DECODER, last_error_of)
    if decoder is not None:
        return Finding(
            "needs-package",
            Confidence.LIKELY,
            f"{named(decoder[0])} reads a sound, MP3 say, by the program ffmpeg, which is not on the PATH",
            "install ffmpeg (apt-get install ffmpeg), and run it again: a run finds what is on the PATH",
        )
    other = failed_alike(evidence, _ARGUMENTS, last_error_of)
    if other is not None:
        return _of_another_version(other[0], other[1]["name"], "calls {name} of {top} with other arguments than it has")
    gone = failed_alike(evidence, _GONE, last_error_of)
    if gone is not None:
        return _of_another_version(gone[0], gone[1]["name"], "imports {name} from {top}, which has none")
    found = failed_alike(evidence, _MISSING, last_error_of)
    if found is None or _NO_PACKAGE.fullmatch(found[1]["module"]):
        return None
    sides, match = found
    module = match["module"]
    name = distribution_of(module)
    script = sides[0].origin.request.script if sides[0].origin is not None else None
    package = next((each for each in script.parents if each.name == module), None) if script is not None else None
    if script is not None and package is not None:
        words = ".".join((module, *script.relative_to(package).with_suffix("").parts))
        return Finding(
            "needs-package",
            Confidence.LIKELY,
            f"{named(sides)} imports {module}, and lies in a folder of that name: it is a module of that package",
            f"run it as one: -m {words}@{_release(sides[0])} --cwd {package.parent}",
        )
    scene = sides[0].scene
    if scene is not None and match["inner"] and any((path / module).exists() for path in scene.paths):
        return Finding(
            "needs-package",
            Confidence.LIKELY,
            f"{named(sides)} imports {module}{match['inner']}, which the version of {name} has not that was added, the "
            "one of the release's day",
            f"add to the command: --with {name}==VERSION, the one of the script's day; or run it on a release of that "
            "day",
        )
    if scene is not None and any(
        re.search(rf"no package (?:[\w.-]+ or )*{re.escape(name)} (?:or [\w.-]+ )*can be installed", remark)
        for remark in scene.remarks
    ):
        return Finding(
            "needs-package",
            Confidence.LIKELY,
            f"{named(sides)} imports {module}, of which the index has no version that can be installed here for that "
            "release's Python: none is ready, and what its text is built with is not on this machine",
            f"add to the command: --with {name}, which shows why it cannot be built; install what that names, and run "
            "it again",
        )
    if scene is not None and any(
        f"no package {name} " in remark or f" {name} was on" in remark for remark in scene.remarks
    ):
        return Finding(
            "needs-package",
            Confidence.LIKELY,
            f"{named(sides)} imports {module}, which the index has not, nor had on the release's day; nor does it lie "
            "beside the script",
            f"put {module} beside the script; or add to the command: --cwd DIR, the folder in which it lies, or "
            "--with NAME, the package that has it under another name",
        )
    kept = f", which is the package {name}" if name != module else ""
    return Finding(
        "needs-package",
        Confidence.LIKELY,
        f"{named(sides)} imports {module}{kept}, and the environment has none; nor does it lie beside the script",
        f"add to the command: --with {name}{_or_all(scene)}; where it is a file of yours, --cwd DIR names the folder "
        "in which it lies",
    )


def _release(side: Side) -> str:
    return side.name.rpartition("@")[2].removeprefix("tf") if "@" in side.name else "RELEASE"


def _or_all(scene: Scene | None) -> str:
    """That there is a word for all packages, unless a run has had some already."""
    return "" if scene is not None and scene.paths else " (or --with auto for all that it imports)"


def _of_another_version(sides: Sequence[Side], name: str, what: str) -> Finding | None:
    """A name that the script imports from a package which was added as of the release's day."""
    imported = re.search(rf"^ *from (?P<top>\w+)[\w.]* import [^\n]*\b{name}\b", sides[0].source, re.MULTILINE)
    scene = sides[0].scene
    if imported is None or scene is None or not scene.paths or imported["top"].startswith("tensorflow"):
        return None
    package = distribution_of(imported["top"])
    if not any((path / imported["top"]).exists() for path in scene.paths):
        return None
    return Finding(
        "needs-package",
        Confidence.POSSIBLE,
        f"{named(sides)} {what.format(name=name, top=imported['top'])} in the version of the release's day, which the "
        "harness has added",
        f"add to the command: --with {package}==VERSION, the one of the script's day; or run it on a release of that "
        "day",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-package",), detect, likely=("needs-package",))
