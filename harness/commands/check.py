"""``harness check``: the examples of documents, run as they stand, each held against the log that the document
shows."""

import argparse
import functools
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from harness.checking.checked import Checked
from harness.checking.era import Era, choose_era, fitting
from harness.checking.run import Ways, check_examples
from harness.checking.words import (
    checked_document,
    checked_text,
    document_text,
    place_of,
    summary_text,
    target_text,
)
from harness.checking.worker_kept import WorkerFor, kept_worker
from harness.commands.common import console, releases_root_of, say, suite_of
from harness.commands.scenes import scene_options
from harness.documents.document import Document
from harness.documents.example import Example, Role
from harness.documents.examples import examples_of
from harness.documents.reading import documents_below, read_document
from harness.files.atomic_file import prepare_file, write_beside
from harness.releases.environments import environment_as_of, is_ready, tox_environment
from harness.releases.release import read_releases
from harness.results.store import as_text
from harness.sides.words import Project, parted
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup, find_python
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Print what came of each example; 0 if all that was held against a log holds, 1 if not, 2 where one of several
    documents cannot be read."""
    if options.json is not None:
        prepare_file(options.json, "--json")
    ways = ways_of(options)
    documents = [(path, where) for word in options.documents for path, where in _named(word)]
    told = []
    good = True
    unread = 0
    with kept_worker(ways.setup) as worker_for:
        for path, where in documents:
            try:
                document = read_document(path)
            except UsageError as error:
                if len(documents) == 1:
                    raise
                say(f"harness: {error}", to_stderr=True)
                unread += 1
                continue
            eras = _check(document, where, options, ways, worker_for)
            good = good and not any(each.answer.is_wrong for _, found in eras for each in found)
            told.append(checked_document(document, eras))
    if not told:
        raise UsageError("there is no document with TensorFlow code", Path(options.documents[0]))
    if options.json is not None:
        write_beside(options.json, as_text({"documents": told}))
    return 2 if unread else 0 if good else 1


def _named(word: str) -> list[tuple[Path, str]]:
    """The documents that a word names, and the release or day behind its ``@``."""
    path, where = parted(word)
    return [(each, where) for each in documents_below(path)]


def ways_of(options: argparse.Namespace) -> Ways:
    """Give how the options say that examples are run."""
    project = Project(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    setup = Setup(jobs=2, experiments=not options.no_experiments, progress=False)
    return Ways(project, limits, scene_options(options), handing_on(setup, options.env))


def _check(
    document: Document, where: str, options: argparse.Namespace, ways: Ways, worker_for: WorkerFor
) -> list[tuple[Era, Sequence[Checked]]]:
    examples = examples_of(document)
    if options.block is not None:
        examples = _only(examples, options.block, document.path)
    out = console()
    for line in document_text(document, examples):
        say(line)
    if options.show_source:
        _show(examples)
    found: list[tuple[Era, Sequence[Checked]]] = []
    for era, python in targets_of(document, examples, where, options, ways):
        with out.status("running"):
            checked = list(check_examples(document, examples, python, ways, worker_for))
        found.append((era, checked))
        if not options.all:
            _tell(era, checked, examples)
    if options.all:
        out.print(_matrix(found, examples))
    return found


def _only(examples: Sequence[Example], block: int, path: Path) -> tuple[Example, ...]:
    kept = tuple(example for example in examples if block in example.blocks)
    if not kept:
        last = max(number for example in examples for number in example.blocks)
        raise UsageError(f"has no block of code {block}; it has those from 1 to {last}", path)
    return kept


def _show(examples: Sequence[Example]) -> None:
    for example in examples:
        for reading in example.readings[:1]:
            say(f"# {place_of(example)}, as it is read:\n{reading.text}")


def _tell(era: Era, checked: Sequence[Checked], examples: Sequence[Example]) -> None:
    ran = next((each.side for each in checked if each.side is not None), None)
    if ran is not None:
        say(target_text(ran, era.why))
    say()
    for each in checked:
        for line in checked_text(each, examples):
            say(line)
    say()
    say(summary_text(checked))


def _matrix(found: Sequence[tuple[Era, Sequence[Checked]]], examples: Sequence[Example]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("example")
    for era, _ in found:
        table.add_column(era.release or era.day)
    for place, example in enumerate(examples):
        table.add_row(place_of(example), *(checked[place].word for _, checked in found))
    return table


def targets_of(
    document: Document, examples: Sequence[Example], where: str, options: argparse.Namespace, ways: Ways
) -> list[tuple[Era, Path]]:
    """Give the interpreters that the options name or, where they name none, the one of the document's own time, each
    with why it is taken. Raises UsageError for one that cannot be had."""
    root = ways.project.root()
    if options.all:
        return _all(_texts(examples), root)
    chosen = [
        *((Era("", "", "named by --python"), find_python(python)) for python in options.python),
        *((Era(name, "", "named by --tf"), tox_environment(root, name)) for name in options.tf),
        *((Era("", day, "named by --as-of"), environment_as_of(root, day)) for day in options.as_of),
    ]
    if where and chosen:
        raise UsageError(f"@{where} names a release, and so does an option; give one of them")
    if where:
        era = Era("", where, f"named by @{where}") if where.count("-") == 2 else Era(where, "", f"named by @{where}")
        chosen = [(era, _interpreter(era, root))]
    if chosen:
        return chosen
    era = choose_era(_texts(examples), document.day)
    return [(era, _interpreter(era, root))]


def _texts(examples: Sequence[Example]) -> list[str]:
    return [example.readings[0].text for example in examples if example.readings and example.role is not Role.FRAGMENT]


def _interpreter(era: Era, root: Path) -> Path:
    return environment_as_of(root, era.day) if era.day else tox_environment(root, era.release)


def _all(texts: Sequence[str], root: Path) -> list[tuple[Era, Path]]:
    """Every release that has all that some code uses, and whose environment is there."""
    known = {release.name.removeprefix("tf") for release in read_releases(root)}
    fits = [release for release in fitting(texts) if release in known]
    ready = [release for release in fits if is_ready(root, f"tf{release}")]
    missing = len(fits) - len(ready)
    if missing:
        say(f"{missing} more releases have all that it uses; `harness env --tf RELEASE` makes the environment of one")
    if not ready:
        raise UsageError("--all: no release that has all that the code uses has its environment here")
    return [(Era(release, "", "--all"), tox_environment(root, release)) for release in ready]
