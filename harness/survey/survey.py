"""A survey from beginning to end: the files of a folder, what is known of each, what their runs came to."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from harness.releases.environments import is_ready
from harness.releases.release import read_releases
from harness.releases.shipped import version_text
from harness.survey.answers import Answers, Survey
from harness.survey.apart import Apart, result_of
from harness.survey.ask import Ask, Entry
from harness.survey.by_text import with_drafts
from harness.survey.engine import Progress, Task, Told, run_here
from harness.survey.keys import forget_digests
from harness.survey.known import Read, read_file, unread, with_modules
from harness.survey.settings import read_settings, with_settings
from harness.survey.shards import Shard
from harness.survey.store import answers_path, forget_others, keep_answers, read_answers, write_answers
from harness.survey.tree import files_of


class Engine(Protocol):
    """What runs the files of a survey: this machine, or a cluster."""

    def __call__(
        self, tasks: Sequence[Task], folder: Path, root: Path, ask: Ask, apart: Apart, told: Told, progress: Progress
    ) -> None:
        """Run files and tell their answers, all of them before this returns."""


def survey(
    folder: Path,
    root: Path,
    ask: Ask,
    output: Path | None,
    options: str,
    shard: Shard | None = None,
    engine: Engine = run_here,
    progress: Progress = lambda _: None,
    expects: Callable[[], None] = lambda: None,
    texts: Apart | None = None,
) -> Survey:
    """Look at all files of a folder, or those of a shard, run them where that is asked for, and give all answers. With
    an ``output`` folder each answer is kept there as it comes, and what is there already is not looked for again.
    ``expects`` is called before texts are read where it shows already that something will be run; ``texts`` is what
    reads and drafts them, where that is kept from one survey to the next.

    Raises UsageError for a folder, a ``survey.toml`` or a release that cannot be used.
    """
    forget_digests()
    entries = with_settings(files_of(folder), read_settings(folder))
    before = read_answers(output) if output is not None else {}
    if ask.run and _is_anything_new(entries, folder, output):
        expects()
    with contextlib.nullcontext(texts) if texts is not None else Apart(readers(ask, len(entries))) as apart:
        progress(f"reading {len(entries)} file{'' if len(entries) == 1 else 's'}")
        read = _read(entries, folder, root, ask, apart)
        known = with_modules(entries, read)
        mine = shard.of(entries) if shard is not None else entries
        found = {each.name: Answers(each.path, each.name, known[each.name], skipped=each.skipped) for each in mine}
        if not ask.run:
            found = with_drafts(found, {each.name: each for each in mine}, read, folder, ask, apart)
        tasks = [
            Task(each, read[each.name], known[each.name], before.get(each.name))
            for each in mine
            if ask.run and known[each.name].kind.runs and not each.skipped
        ]
        if tasks:
            counted = _Counted(len(tasks), before, found, output, progress)
            engine(tasks, folder, root, ask, apart, counted.told, progress)
    if output is not None:
        running = {task.entry.name for task in tasks}
        for name, answers in found.items():
            # A look at the texts alone leaves what runs came to before.
            if name in running or ask.run or name not in before or not before[name].keys:
                keep_answers(output, answers, before.get(name))
        if shard is None:
            forget_others(output, found)
    told = tuple(found[name] for name in sorted(found))
    part = str(shard) if shard is not None else ""
    return Survey(
        str(folder), ask.origin, ask.target, ask.also, ask.run, options, version_text(), told, part, len(entries)
    )


def readers(ask: Ask, files: int) -> int:
    """Give how many processes read the texts of so many files."""
    return max(1, min(ask.jobs, files // 8 + 1))


def _is_anything_new(entries: Sequence[Entry], folder: Path, output: Path | None) -> bool:
    """Whether a file has changed since its answers were written, or has none: a guess, by their times."""
    for each in entries:
        try:
            if output is None or _mtime(folder / each.path) > _mtime(answers_path(output, each.name)):
                return True
        except OSError:
            return True
    return False


def _mtime(path: Path) -> int:
    return path.stat().st_mtime_ns


class _Counted:
    """The answers as they come: kept, written, and counted for whoever waits."""

    def __init__(
        self,
        count: int,
        before: Mapping[str, Answers],
        found: dict[str, Answers],
        output: Path | None,
        progress: Progress,
    ) -> None:
        self._count = count
        self._before = before
        self._found = found
        self._output = output
        self._progress = progress
        self._begun: set[str] = set()

    def told(self, answers: Answers) -> None:
        """Take the answers of one file as they are now."""
        self._begun.add(answers.name)
        self._found[answers.name] = answers
        if self._output is not None and not _is_part(answers, self._before.get(answers.name)):
            write_answers(self._output, answers)
        self._progress(f"{len(self._begun)} of {self._count} files: {answers.name}")


def _is_part(answers: Answers, of: Answers | None) -> bool:
    """Whether answers say nothing that others do not say, which are kept already."""
    if of is None or (answers.known, answers.keys, answers.trouble) != (of.known, of.keys, of.trouble):
        return False
    layers = (answers.repeated in (None, of.repeated), answers.compared in (None, of.compared))
    return all((*layers, set(answers.ran) <= set(of.ran), set(answers.ported) <= set(of.ported)))


def _read(entries: Sequence[Entry], folder: Path, root: Path, ask: Ask, apart: Apart) -> dict[str, Read]:
    made = tuple(each.name.removeprefix("tf") for each in read_releases(root) if is_ready(root, each.name))
    found: dict[str, Read] = {}
    waiting = {entry.name: apart.submit(read_file, entry, folder, root, ask, made) for entry in entries}
    for name, future in waiting.items():
        read = result_of(future)
        found[name] = Read(unread(read)) if isinstance(read, str) else read
    return found
