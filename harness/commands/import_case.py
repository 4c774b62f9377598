"""``harness import``: an example of a document as a new case of the project."""

import argparse
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from harness.cases.choice import choose_runs
from harness.cases.notes import NOTES_FILE, read_notes
from harness.cases.suite import find_root, read_suite
from harness.checking.as_case import CaseFiles, as_case
from harness.checking.checked import Answer, Checked
from harness.checking.run import check_examples
from harness.checking.words import checked_text, place_of, target_text
from harness.checking.worker_kept import kept_worker
from harness.commands.check import targets_of, ways_of
from harness.commands.common import console, root_of, say
from harness.documents.document import Document
from harness.documents.example import Example
from harness.documents.examples import examples_of
from harness.documents.reading import read_document
from harness.files.atomic_file import write_beside
from harness.runs.runner import run_targets
from harness.sides.words import parted
from harness.targets.target import Limits, Setup
from harness.words.errors import UsageError

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
_LONGEST = 100
_PYTEST = "[pytest]\naddopts = -p harness.plugin\n"


def execute(options: argparse.Namespace) -> int:
    """Write the case, run it, and say what came of it; 0 if its documented log holds, 1 if not."""
    if _NAME.fullmatch(options.case) is None or len(options.case) > _LONGEST:
        raise UsageError(f"--case {options.case}: a case is named by letters, digits, _, - and ., as my_decay")
    root, is_new = _root(options)
    path, where = parted(options.document)
    for folder in (root / "cases" / options.case, root / "golden" / options.case):
        if folder.exists():
            raise UsageError(f"is there already; choose another --case than {options.case}, or remove it", folder)
    document = read_document(path)
    example = _chosen(examples_of(document), options.block, path)
    ways = ways_of(options)
    era, python = targets_of(document, [example], where, options, ways)[0]
    with console().status("running"), kept_worker(ways.setup) as worker_for:
        checked = next(iter(check_examples(document, [example], python, ways, worker_for)))
    if checked.side is not None:
        say(target_text(checked.side, era.why))
    for line in checked_text(checked, [example]):
        say(line)
    _refuse(checked, path)
    key, entry = _note(document, root)
    files = as_case(document, checked, options.title or document.title or options.case.replace("_", " "), key)
    _write(root, options.case, files, entry, is_new=is_new)
    for remark in files.remarks:
        say(remark)
    say(f"written: cases/{options.case}/{files.style}.py and case.toml, golden/{options.case}/documented.log")
    say(f"`pytest cases/{options.case} --python={python}` writes its golden trace; the second run holds against it")
    other = "eager" if files.style == "graph" else "graph"
    say(f"`harness port cases/{options.case}` drafts its style {other}")
    return 0 if _holds(root, options.case, python, ways.setup) and not checked.answer.is_wrong else 1


def _root(options: argparse.Namespace) -> tuple[Path, bool]:
    """The project; a new one in the current folder where there is none, and whether it is that."""
    if options.root is not None:
        return root_of(options), False
    try:
        return find_root(Path.cwd()), False
    except UsageError:
        return Path.cwd(), True


def _chosen(examples: Sequence[Example], block: int | None, path: Path) -> Example:
    if block is not None:
        found = [example for example in examples if block in example.blocks]
        if not found:
            raise UsageError(f"has no block of code {block}", path)
        return found[-1]
    told = [example for example in examples if example.readings and (example.log is not None or example.claims)]
    if len(told) == 1:
        return told[0]
    if not told:
        raise UsageError(
            "shows no log of any of its code; --block N takes the code of its N-th block all the same", path
        )
    listed = ", ".join(f"--block {example.blocks[0]} ({place_of(example)})" for example in told)
    raise UsageError(f"has {len(told)} examples with a log; choose one: {listed}", path)


def _refuse(checked: Checked, path: Path) -> None:
    """Nothing is written of what did not run, or has nothing that it can be held against."""
    if checked.answer in (Answer.HOLDS, Answer.DIFFERS):
        return
    said = {
        Answer.RAN: "the document shows no log of it, and a case is held against one",
        Answer.NOT_REPRODUCIBLE: "it prints something else each time; --seed N gives both sides the same start",
    }.get(checked.answer, "it does not run")
    raise UsageError(f"nothing is written: {said}", path, checked.example.first_line or None)


def _note(document: Document, root: Path) -> tuple[str, str]:
    """The key of the note that is this very file, and nothing to enter; or a new key, and the entry for it."""
    digest = hashlib.sha256(document.path.read_bytes()).hexdigest()
    notes = read_notes(root / "golden") if (root / "golden" / NOTES_FILE).is_file() else {}
    known = next((key for key, note in notes.items() if note.sha256 == digest), None)
    if known is not None:
        return known, ""
    base = re.sub(r"[^A-Za-z0-9]+", "_", document.path.stem).strip("_") or "note"
    names = [base, *(f"{base}_{number}" for number in range(2, len(notes) + 3))]
    key = next(name for name in names if name not in notes)
    title = (document.title or document.path.name).replace("\\", "\\\\").replace('"', "'")
    return key, f'["{key}"]\ntitle = "{title}"\nfile = "{document.path.name}"\nsha256 = "{digest}"\n'


def _write(root: Path, case: str, files: CaseFiles, entry: str, *, is_new: bool) -> None:
    """Write the files of a case, and the ``entry`` of its note, if there is one to make."""
    folder, golden = root / "cases" / case, root / "golden" / case
    folder.mkdir(parents=True)
    golden.mkdir(parents=True)
    if entry:
        notes = root / "golden" / NOTES_FILE
        text = notes.read_text(encoding="utf-8") if notes.is_file() else ""
        write_beside(notes, f"{text.rstrip()}\n\n{entry}" if text.strip() else entry)
    write_beside(golden / "documented.log", files.log)
    write_beside(folder / f"{files.style}.py", files.script)
    write_beside(folder / "case.toml", files.toml)
    if is_new and not any((root / each).exists() for each in ("pytest.ini", "setup.cfg", "tox.ini", "pyproject.toml")):
        write_beside(root / "pytest.ini", _PYTEST)
        say(f"{root} is a new project: cases/, golden/ and a pytest.ini that loads the harness")


def _holds(root: Path, case: str, python: Path, setup: Setup) -> bool:
    """Run the case that was written, and say its verdict."""
    runs = choose_runs(read_suite(root), case)
    targets = run_targets([python], runs, setup, Limits(), lambda _target, _result: None)
    results = [result for target in targets for result in target.results]
    for result in results:
        say(f"{case}:{result.style}  {result.verdict}")
    return all(result.verdict.passes for result in results)
