"""Sides as the command line names them: a script, a log, or a case in some release of TensorFlow."""

import codecs
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from harness.cases.case import DEFAULT_TIMEOUT, Style, Variant
from harness.cases.choice import choose_run
from harness.cases.suite import Suite
from harness.diagnose.evidence.evidence import Side
from harness.files.odd_file import what_it_is
from harness.logs.output import bounded, lines_of_output
from harness.releases.environments import environment_as_of, tox_environment
from harness.scripts.notebook import Notebook
from harness.sides.around.counted_on import counted_on, with_count
from harness.sides.around.earlier import earlier
from harness.sides.around.elsewhere import names_elsewhere
from harness.sides.around.first import run_first
from harness.sides.around.old_names import old_names
from harness.sides.around.own_files import modules_above
from harness.sides.around.packages import AUTO, layer_for
from harness.sides.around.scenes import SceneOptions, module_file, scene_of
from harness.sides.around.texts import NOTEBOOK, ScriptText, script_text
from harness.sides.around.unused_imports import without_unused
from harness.targets.scene import Prelude
from harness.targets.target import Limits, Request, request_within
from harness.words.errors import UsageError, near
from harness.words.styles import STYLES

_CASE = re.compile(r"(?P<case>[^:@\[\]]+(?:\[[^\]]*\])?):(?P<style>[^:@]*)(?:@(?P<where>.*))?")
# What is run; any other file is a log.
_SCRIPTS = (".py", NOTEBOOK)
# What the command line makes of two words.
_MODULE = "-m "
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What a reader of MNIST beside a script may have, and what that may give is an array.
_READS_COUNTS = "def _read32("
_RELEASE = re.compile(r"(?:tf)?\d+(?:\.\d+)*")


@dataclass(frozen=True)
class Project:
    """Where the project of a command lies; looked up only when a side needs it, for two logs have none."""

    root: Callable[[], Path]
    suite: Callable[[], Suite]


@dataclass(frozen=True)
class Job:
    """A side that has to be run: a script, or a case's ``variant`` in a ``style``, in an interpreter; a script may have
    been made of a ``notebook``."""

    name: str
    python: Path
    request: Request
    variant: Variant | None = None
    style: Style | None = None
    notebook: Notebook | None = None


def read_side(
    word: str,
    option: str,
    python: Path | None,
    project: Project,
    limits: Limits,
    scene: SceneOptions | None = None,
) -> Side | Job:
    """Give what a word of the command line stands for: a log as it is, or what has to be run.

    ``*.py`` is a script, ``*.ipynb`` a notebook, ``-m MODULE`` a module, all run as ``scene`` says, any other file a
    log; ``CASE[VARIANT]:STYLE@RELEASE`` is a case. A release, day or path behind ``@``, also of a script, names the
    interpreter, and so does ``python``, given by an option that begins with ``option``; the current one is taken for
    neither, and none for a log. Raises UsageError for whatever is not there or cannot be read.
    """
    told = scene or SceneOptions()
    name, at, where = word.rpartition("@")
    if word.startswith(_MODULE):
        name = (name if at else word).removeprefix(_MODULE)
        python = _interpreter(word, where if at else None, option, python, project)
        return module_job(name, python, project, limits, told)
    if not Path(word).exists() and at and name.endswith(_SCRIPTS) and Path(name).is_file():
        return script_job(Path(name), _interpreter(word, where, option, python, project), project, limits, told)
    path = Path(word)
    if path.is_dir():
        raise UsageError("is a folder; a side is a script, a log, or CASE:STYLE@RELEASE", path)
    if path.is_file() and path.suffix in _SCRIPTS:
        return script_job(path, _interpreter(word, None, option, python, project), project, limits, told)
    if is_log(word):
        lines, rest = bounded(read_log(path))
        return Side(word, lines, rest=rest)
    odd = what_it_is(path)
    if odd is not None:
        raise UsageError(f"is {odd}; a side is a script, a log, or CASE:STYLE@RELEASE", path)
    match = _CASE.fullmatch(word)
    if match is None:
        raise UsageError(_nothing(word, project))
    run = choose_run(project.suite(), match["case"], match["style"])
    interpreter = _interpreter(word, match["where"], option, python, project)
    return Job(
        word.partition("@")[0],
        interpreter,
        request_within(limits, run.style.script, run.variant.parameters, run.case.timeout),
        run.variant,
        run.style,
    )


def parted(word: str) -> tuple[Path, str]:
    """Give the file that a word of the command line names, and what stands behind its ``@``; empty where nothing does,
    or a file has the whole word as its name."""
    name, at, where = word.rpartition("@")
    return (Path(name), where) if at and not Path(word).exists() else (Path(word), "")


def is_script(word: str) -> bool:
    """Whether a word of the command line names a script, a notebook or a module, whether that is there or not."""
    return word.startswith(_MODULE) or word.rpartition("@")[0].endswith(_SCRIPTS) or word.endswith(_SCRIPTS)


def is_log(word: str) -> bool:
    """Whether a word of the command line is a log, which nothing runs."""
    path = Path(word)
    return path.is_file() and path.suffix not in _SCRIPTS


def read_log(path: Path) -> tuple[str, ...]:
    """Give the lines of a log, blank ones as well; of a line that a progress bar writes again and again its last state.

    A log is UTF-8 or, with a byte order mark as PowerShell writes it, UTF-16. Raises UsageError for a file that cannot
    be read, is neither, or has nothing in it.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        advice = f"if it is Latin-1: iconv -f latin1 -t utf-8 {path} > utf8.log"
        name = encoding.upper().removesuffix("-SIG")
        raise UsageError(f"is not {name} at byte {error.start}; {advice}", path, line) from None
    if not text.strip():
        raise UsageError("is empty; there is nothing to compare", path)
    return lines_of_output(text)


def script_job(path: Path, python: Path, project: Project, limits: Limits, options: SceneOptions) -> Job:
    """Give what runs a script in an interpreter, as options say. Raises UsageError for packages that cannot be had."""
    given = script_text(path, python2=options.python2)
    request = _request(path, given, path.parent, "", python, project, limits, options)
    return Job(str(path), python, request, notebook=given.notebook)


def text_job(
    name: str, path: Path, given: ScriptText, python: Path, project: Project, limits: Limits, options: SceneOptions
) -> Job:
    """Give what runs a text that stands in a file of another kind, as a document, and works in that file's folder."""
    request = _request(path, given, path.parent, "", python, project, limits, options)
    return Job(name, python, request, notebook=given.notebook)


def module_job(name: str, python: Path, project: Project, limits: Limits, options: SceneOptions) -> Job:
    """Give what runs a module as ``python -m`` does, found from the folder of the options or the current one. Raises
    UsageError for a module that is not there."""
    folder = options.folder or Path.cwd()
    path = module_file(name, folder)
    given = script_text(path, folder, python2=options.python2)
    return Job(f"-m {name}", python, _request(path, given, folder, name, python, project, limits, options))


def _request(
    path: Path,
    given: ScriptText,
    folder: Path,
    module: str,
    python: Path,
    project: Project,
    limits: Limits,
    options: SceneOptions,
) -> Request:
    layer = None
    text = given.text if given.text is not None else path.read_text(encoding="utf-8", errors="replace")
    # Absolute: what is looked for around a script is above it as well.
    request = replace(request_within(limits, path.absolute(), {}, DEFAULT_TIMEOUT), source=given.text)
    request = replace(request, steps=options.steps)
    request = request if options.within is None else replace(request, timeout=options.within, within=True)
    first = run_first(options.first, options.folder, request.timeout, python2=options.python2)
    files = None if given.own_files is None and not first.files else (*(given.own_files or ()), *first.files)
    if options.packages:
        layer = layer_for(options.packages, path, text, python, project.root(), files)
    scene = scene_of(folder, options, module, layer)
    own_texts = tuple(file.text for file in files or ())
    scene = scene if options.sized else with_count(scene, counted_on(text, *own_texts))
    above = () if module else modules_above(path, text, files or ())
    texts = (text, *own_texts, *(f"'{each}'" for each in options.arguments))
    renamed = old_names(text)
    # Behind what has translated modules found in place of their files.
    reads = any(_READS_COUNTS in file.text for file in files or ())
    numbers = Prelude("single_numbers") if reads else None
    # What packages can be had for is added before.
    own = {request.script: text, **{file.path: file.text for file in files or ()}}
    unused = without_unused(own) if AUTO in options.packages else None
    scene = replace(
        scene,
        elsewhere=scene.elsewhere or names_elsewhere(texts),
        paths=(*scene.paths, *above),
        preludes=(
            *scene.preludes,
            *given.preludes,
            *filter(None, (numbers, unused, renamed, earlier(text, *own_texts), first.prelude)),
        ),
        remarks=(*scene.remarks, *given.remarks, *(f"modules are looked for in {each}, too" for each in above)),
    )
    return replace(request, scene=scene)


def _interpreter(word: str, where: str | None, option: str, python: Path | None, project: Project) -> Path:
    if where is None:
        return python or Path(sys.executable)
    if python is not None:
        raise UsageError(f"{word} names an interpreter, and so does an option {option}-...; give one of them")
    if _DAY.fullmatch(where):
        return environment_as_of(project.root(), where)
    if _RELEASE.fullmatch(where):
        return tox_environment(project.root(), where)
    if not where or not Path(where).exists():
        raise UsageError(f"{word}: behind the @ stands a release (1.15), a day (2018-09-24) or the path of a Python")
    return Path(where)


def _nothing(word: str, project: Project) -> str:
    name, _, _ = word.partition("@")
    path = Path(name)
    odd = what_it_is(path)
    if odd is not None:
        return f"{name} is {odd}, and no script"
    beside = [str(path.with_name(each.name)) for each in path.parent.iterdir()] if path.parent.is_dir() else []
    message = f"there is no file {name}{near(name, beside)}"
    if Path(name).suffix:
        return message
    try:
        cases = {case.name for case in project.suite().cases}
    except UsageError:  # no project here: then it was a file that was meant
        return message
    if name.partition("[")[0] in cases:
        return f"{word} is a case; name its style, too: {name}:{STYLES[0]}"
    return f"there is neither a file nor a case {name}{near(name, [*beside, *cases])}"
