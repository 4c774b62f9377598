"""Needs a package: a script that imports what its environment does not have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.targets.scene import Scene
from harness.words.distributions import distribution_of, is_name_of_ones_own
from harness.words.finding import Confidence, Finding

# The third is what gym makes of the others for its games.
_MISSING = re.compile(
    r"(?:ModuleNotFoundError|ImportError|DependencyNotInstalled): No module named '?(?P<module>\w+)(?P<inner>[\w.]*)'?"
)
# These are TensorFlow's own, or Python's before 3: no package brings them.
_NO_PACKAGE = re.compile(
    r"__main__|tensorflow\w*|cPickle|urllib2|urlparse|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|httplib|__builtin__"
)
# What Python says of a function that has other arguments in another version of its package.
_ARGUMENTS = re.compile(r"TypeError: (?P<name>\w+)\(\) (?:missing \d+ required|got an unexpected keyword|takes )")
# And where it has none of that name.
_GONE = re.compile(r"ImportError: cannot import name '?(?P<name>\w+)'?")
# And what pandas says of one that it wants for this alone.
_OPTIONAL = re.compile(r"ImportError: Missing optional dependency '(?P<name>[\w.-]+)'")
# What audioread says, and librosa by it, of a sound that Python itself cannot read.
_NO_DECODER = re.compile(r"NoBackendError")
# What is said of a program that is not on the PATH: by Python, by matplotlib of what makes films, by graphviz.
_NO_PROGRAM = re.compile(
    r"_execute_child[\s\S]*FileNotFoundError: \[Errno 2\] No such file or directory: '(?P<called>[\w.+-]+)'"
    r"|MovieWriter \(?(?P<writer>\w+)\)? (?:not available|unavailable)|no writers are available[^\n]*?(?P<films>ffmpeg)"
    r"|failed to execute \[?'(?P<executed>[\w.+-]+)'|(?P<drawn>[Gg]raph[Vv]iz)'s executables"
)
# The packages of Debian that bring programs of other names.
_BRINGS = {
    "convert": "imagemagick",
    "dot": "graphviz",
    "7z": "p7zip-full",
    "java": "default-jre",
    "imagemagick": "imagemagick",
}


@dataclass(frozen=True)
class _Lacking:
    """A module that is not there, and whom it is missing to."""

    who: str
    side: Side
    module: str
    inner: str

    @property
    def distribution(self) -> str:
        return distribution_of(self.module)


def detect(evidence: Evidence) -> Finding | None:
    """Find a module that is not there, or a program, by the error that the script ended with.

    It has no trial, and needs no run: the error names the module.
    """
    decoder = failed_alike(evidence, _NO_DECODER, last_error_of)
    if decoder is not None:
        return _likely(
            f"{named(decoder[0])} reads a sound, MP3 say, by the program ffmpeg, which is not on the PATH",
            "install ffmpeg (apt-get install ffmpeg), and run it again: a run finds what is on the PATH",
        )
    program = failed_alike(evidence, _NO_PROGRAM, last_error_of)
    if program is not None:
        return _of_a_program(program[0], next(filter(None, program[1].groups())).lower())
    optional = failed_alike(evidence, _OPTIONAL, last_error_of)
    if optional is not None:
        name = optional[1]["name"]
        return _likely(
            f"{named(optional[0])} calls what needs the package {name} besides, and the environment has none",
            f"add to the command: --with {name}",
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
    lacking = _Lacking(named(sides), sides[0], match["module"], match["inner"])
    kinds = (
        _as_module_of_its_folder,
        _of_ones_own,
        _of_the_added_version,
        _that_cannot_be_built,
        _that_the_index_lacks,
    )
    for told in kinds:
        finding = told(lacking)
        if finding is not None:
            return finding
    return _that_can_be_added(lacking)


def _of_a_program(sides: Sequence[Side], name: str) -> Finding:
    package = _BRINGS.get(name, name)
    return _likely(
        f"{named(sides)} starts the program {name}, which is not on the PATH",
        f"install it (apt-get install {package}), and run it again: a run finds what is on the PATH",
    )


def _as_module_of_its_folder(lacking: _Lacking) -> Finding | None:
    """A script in a folder of the name that it imports."""
    side, module = lacking.side, lacking.module
    script = side.origin.request.script if side.origin is not None else None
    package = next((each for each in script.parents if each.name == module), None) if script is not None else None
    if script is None or package is None:
        return None
    words = ".".join((module, *script.relative_to(package).with_suffix("").parts))
    return _likely(
        f"{lacking.who} imports {module}, and lies in a folder of that name: it is a module of that package",
        f"run it as one: -m {words}@{_release(side)} --cwd {package.parent}",
    )


def _of_ones_own(lacking: _Lacking) -> Finding | None:
    """A module that is no package, whatever the index has under such a name."""
    if not is_name_of_ones_own(lacking.module):
        return None
    return _likely(
        f"{lacking.who} imports {lacking.module}, as people call modules of their own, and none lies beside the script",
        f"put {lacking.module} beside the script; or add to the command: --cwd DIR, the folder in which it lies",
    )


def _of_the_added_version(lacking: _Lacking) -> Finding | None:
    """A module inside of a package that was added, in another version than the script's."""
    scene = lacking.side.scene
    if scene is None or not lacking.inner or not any((path / lacking.module).exists() for path in scene.paths):
        return None
    return _likely(
        f"{lacking.who} imports {lacking.module}{lacking.inner}, which the version of {lacking.distribution} has not "
        "that was added, the one of the release's day",
        f"add to the command: --with {lacking.distribution}==VERSION, the one of the script's day; or run it on a "
        "release of that day",
    )


def _that_cannot_be_built(lacking: _Lacking) -> Finding | None:
    """A package of which the index has texts alone that this machine cannot build."""
    name = lacking.distribution
    unbuilt = rf"no package (?:[\w.-]+ or )*{re.escape(name)} (?:or [\w.-]+ )*can be installed"
    if not any(re.search(unbuilt, remark) for remark in _remarks(lacking)):
        return None
    return _likely(
        f"{lacking.who} imports {lacking.module}, of which the index has no version that can be installed here for "
        "that release's Python: none is ready, and what its text is built with is not on this machine",
        f"add to the command: --with {name}, which shows why it cannot be built; install what that names, and run it "
        "again",
    )


def _that_the_index_lacks(lacking: _Lacking) -> Finding | None:
    """A module for which the index has no package, or none of that time."""
    module, name = lacking.module, lacking.distribution
    unknown = rf"no package (?:[\w.-]+ or )*{re.escape(name)} (?:or [\w.-]+ )*was on"
    if not any(re.search(unknown, remark) for remark in _remarks(lacking)):
        return None
    return _likely(
        f"{lacking.who} imports {module}, which the index has not, nor had on the release's day; nor does it lie "
        "beside the script",
        f"put {module} beside the script; or add to the command: --cwd DIR, the folder in which it lies, or "
        "--with NAME, the package that has it under another name",
    )


def _that_can_be_added(lacking: _Lacking) -> Finding:
    name = lacking.distribution
    kept = f", which is the package {name}" if name != lacking.module else ""
    return _likely(
        f"{lacking.who} imports {lacking.module}{kept}, and the environment has none; nor does it lie beside the "
        "script",
        f"add to the command: --with {name}{_or_all(lacking.side.scene)}; where it is a file of yours, --cwd DIR names "
        "the folder in which it lies",
    )


def _likely(what: str, remedy: str) -> Finding:
    return Finding("needs-package", Confidence.LIKELY, what, remedy)


def _remarks(lacking: _Lacking) -> tuple[str, ...]:
    return tuple(lacking.side.scene.remarks) if lacking.side.scene is not None else ()


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
