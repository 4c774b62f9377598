"""``harness port``: a draft of a port, and what is proved of it."""

import argparse
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from harness.commands.common import console, releases_root_of, say, show_line, suite_of
from harness.commands.port_case import is_case, port_case
from harness.commands.scenes import scene_options
from harness.files.atomic_file import prepare_file, write_beside
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.porting.draft import Aim, Draft, is_draft, marks_in
from harness.porting.draft_port import DRAFTERS, draft_port
from harness.porting.notebook_source import notebook_source
from harness.porting.source import Source, read_source
from harness.releases.environments import find_release, tox_environment
from harness.results.store import as_text
from harness.scripts.either import python3_of
from harness.sides.around.joined_modules import changes_of, joined
from harness.sides.around.ported_modules import PortedModule, drafts_of_firsts, ported_modules, texts_of
from harness.sides.around.texts import NOTEBOOK
from harness.sides.proof.ported import as_draft, as_original, origin_of
from harness.sides.proof.prove import prove
from harness.sides.proof.proved import Proof
from harness.sides.run import run_sides
from harness.sides.words import Project, parted, script_job
from harness.symbols.naming import is_tf2
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup
from harness.words.errors import UsageError

_RELEASE = "tf"
_SEED = 1


@dataclass(frozen=True)
class _Asked:
    """What the command line asks for: the script, the release it is for, and what its draft is called."""

    path: Path
    source: Source
    aim: Aim
    name: str

    @property
    def text(self) -> str:
        return self.source.text


def execute(options: argparse.Namespace) -> int:
    """Draft, run, compare, print; 0 if the port is proved, 1 if it is not. Of a case see ``port_case``."""
    if options.check is not None and (options.output is not None or options.no_run or is_case(options.script)):
        raise UsageError("--check proves a file as it stands: nothing is drafted, so it takes no case, -o or --no-run")
    if is_case(options.script):
        return port_case(options)
    if options.json is not None:
        prepare_file(options.json, "--json")
    if options.to not in DRAFTERS:
        raise UsageError(f"--to {options.to} is not there yet; there are: {', '.join(DRAFTERS)}")
    asked = _asked(options)
    _refuse(options, options.output, asked.path)
    drafted = options.check is None
    whole, names = joined(asked.path, asked.text, options.to, asked.aim) if drafted else (asked.text, ())
    modules = tuple(ported_modules(asked.path, whole, options.to, asked.aim))
    _refuse_nothing(asked, (*modules, *names), options.to)
    if options.check is not None:
        return _check(options, asked, modules)
    there = _modules_go_to(options.output, asked.path)
    if there is not None:
        for module in modules:
            _refuse(options, there / module.name, module.path)
    try:
        draft = draft_port(whole, options.to, asked.aim)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or getattr(error, "line", None)
        raise UsageError(f"cannot be read: {getattr(error, 'msg', None) or error}", asked.path, line) from None
    draft = replace(draft, changes=(*changes_of(names), *draft.changes))
    _write(options.output, asked.source, draft)
    aside = options.output is None
    for line in [*_drafted(options, asked, draft), *_with_modules(modules, there)]:
        say(line, to_stderr=aside)
    texts = texts_of(modules) if there is not None else {}
    proof = None if options.no_run else _proof(options, asked, draft, texts)
    return _told(options, asked, draft, proof)


def _check(options: argparse.Namespace, asked: _Asked, modules: Sequence[PortedModule]) -> int:
    """Prove a port as somebody has left it, with the modules that lie beside it, if it has its own."""
    path = options.check
    text = _read(path).text
    if path.samefile(asked.path):
        raise UsageError("is the script itself; --check names its port", path)
    draft = Draft(text, marks_in(text))
    for line in _drafted(options, asked, draft):
        say(line)
    there = _modules_go_to(path, asked.path)
    beside = {module.path: there / module.name for module in modules} if there is not None else {}
    texts = {str(old): read_source(new).text for old, new in beside.items() if new.is_file()}
    return _told(options, asked, draft, _proof(options, asked, draft, texts))


def _told(options: argparse.Namespace, asked: _Asked, draft: Draft, proof: Proof | None) -> int:
    """Say what is proved, and write all of it into the file of ``--json``."""
    if proof is not None:
        for line in (str(proof), *(f"    {detail}" for detail in proof.details)):
            say(line, to_stderr=options.output is None and options.check is None)
    if options.json is not None:
        write_beside(options.json, as_text(_document(options, asked, draft, proof)))
    return 0 if proof is None or proof.proved else 1


def _asked(options: argparse.Namespace) -> _Asked:
    path, origin = parted(options.script)
    origin = origin.removeprefix(_RELEASE)
    if path.suffix not in (".py", NOTEBOOK):
        raise UsageError("harness port takes a script, *.py, or a notebook, *.ipynb", path)
    source = _read(path)
    root = releases_root_of(options)
    if origin:
        origin = find_release(root, origin).name.removeprefix(_RELEASE)
    release = options.tf.removeprefix(_RELEASE)
    aim = Aim(release, tox_environment(root, release), origin or origin_of(source.text, path, root), options.python2)
    return _Asked(path, source, aim, str(options.check or options.output or f"{path.stem}_{options.to}.py"))


def _read(path: Path) -> Source:
    source = notebook_source(path) if path.suffix == NOTEBOOK else read_source(path)
    try:
        python3_of(source.text)
    except SyntaxError as error:
        raise UsageError(f"cannot be read: {error.msg}", path, error.lineno) from None
    return source


def _refuse_nothing(asked: _Asked, modules: Sequence[PortedModule | str], to: str) -> None:
    """Refuse what there is nothing to port of."""
    if "tensorflow" not in asked.text and not modules:
        raise UsageError("uses no TensorFlow, so there is nothing to port", asked.path)
    if to == "compat" and is_tf2(asked.aim.origin) and "compat" not in asked.text:
        raise UsageError(
            f"is of TensorFlow {asked.aim.origin}, which is 2 already; harness port takes scripts of TensorFlow 1",
            asked.path,
        )


def _modules_go_to(output: Path | None, script: Path) -> Path | None:
    """Where drafts of modules are written: beside the draft, unless the originals lie there."""
    if output is None or output.parent.resolve() == script.parent.resolve():
        return None
    return output.parent


def _with_modules(modules: Sequence[PortedModule], there: Path | None) -> Iterator[str]:
    """Write the drafts of modules, and give the lines that tell it."""
    if modules and there is None:
        names = ", ".join(module.name for module in modules)
        yield f"    not ported: {names}, which it imports; -o in another folder ports them as well"
    for module in modules if there is not None else ():
        assert there is not None
        write_beside(there / module.name, read_source(module.path).as_bytes(module.draft.text))
        yield f"    {module.name}, which it imports, as well"
        yield from (f"    {module.name}:{mark.line}: {mark.reason}" for mark in module.draft.marks)


def _refuse(options: argparse.Namespace, output: Path | None, path: Path) -> None:
    """Refuse to write over the original, and over what is no draft."""
    if output is None:
        return
    prepare_file(output, "-o")
    if not output.exists():
        return
    if output.samefile(path):
        raise UsageError("is the script itself; -o names another file for its port", output)
    if not options.force and not is_draft(output.read_text(encoding="utf-8", errors="replace")):
        raise UsageError("is there, and no draft of harness port; --force writes over it", output)


def _write(output: Path | None, source: Source, draft: Draft) -> None:
    if output is None:
        say(draft.text, end="")
    else:
        write_beside(output, source.as_bytes(draft.text))


def _drafted(options: argparse.Namespace, asked: _Asked, draft: Draft) -> list[str]:
    count = len(draft.marks)
    is_ours = options.check is None
    words = _WORDS[options.to] if is_ours else "as it stands"
    left = f"{count} mark{'s' if count != 1 else ''}" if count or not is_ours else "nothing left undone"
    found = [f"{asked.name}: {asked.path} of TensorFlow {asked.aim.origin} {words}, {left}"]
    found += [f"    {change}" for change in draft.changes]
    return found + [f"    line {mark.line}: {mark.reason}" for mark in draft.marks]


_WORDS = {"compat": "to tf.compat.v1", "eager": "to eager TensorFlow 2", "keras": "to Keras"}


def _proof(options: argparse.Namespace, asked: _Asked, draft: Draft, modules: Mapping[str, str]) -> Proof:
    root = releases_root_of(options)
    project = Project(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    scene = scene_options(options)
    # A proof needs the same draws on both sides.
    scene = replace(scene, seed=_SEED) if scene.seed is None else scene
    old = as_original(script_job(asked.path, tox_environment(root, asked.aim.origin), project, limits, scene))
    new = script_job(asked.path, tox_environment(root, asked.aim.release), project, limits, scene)
    firsts = drafts_of_firsts(scene.first, asked.aim) if not is_tf2(asked.aim.origin) else {}
    new = as_draft(new, asked.name, draft.text, modules, firsts)
    out = console()
    setup = handing_on(Setup(jobs=2, progress=out.is_terminal), options.env)
    with out.status("running") as status, run_sides(old, new, setup, lambda line: show_line(status, line)) as both:
        return prove(both, Tolerances(Tolerance(), {}))


def _document(options: argparse.Namespace, asked: _Asked, draft: Draft, proof: Proof | None) -> dict[str, object]:
    return {
        "script": str(asked.path),
        "origin": asked.aim.origin,
        "to": options.to,
        "release": asked.aim.release,
        "output": None if options.output is None else str(options.output),
        "checked": None if options.check is None else str(options.check),
        "changes": list(draft.changes),
        "marks": [asdict(mark) for mark in draft.marks],
        "text": draft.text,
        "proof": None if proof is None else {**asdict(proof), "words": str(proof)},
    }
