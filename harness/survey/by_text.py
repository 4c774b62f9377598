"""Drafts of a survey that runs nothing: what a port of each file leaves to somebody, as far as its text tells."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from harness.porting.draft import Aim
from harness.survey.answers import Answers, Ported
from harness.survey.apart import Apart, result_of
from harness.survey.ask import Ask, Entry
from harness.survey.drafting import Drafted, draft_file, marks_of
from harness.survey.known import Read
from harness.survey.standing import BY_TEXT, ways_of


def with_drafts(
    found: Mapping[str, Answers],
    entries: Mapping[str, Entry],
    read: Mapping[str, Read],
    folder: Path,
    ask: Ask,
    apart: Apart,
) -> dict[str, Answers]:
    """Give answers with the first way to the target that is asked for, drafted without the target's interpreter, of
    each file that would be run and that lacks something there."""
    waiting = {
        name: _drafting(answers, entries[name], read[name], folder, ask, apart)
        for name, answers in found.items()
        if answers.known.kind.runs and not answers.skipped and ask.target not in answers.known.releases
    }
    drafts = {name: _ported(*each) for name, each in waiting.items() if each is not None}
    return {name: replace(each, ported=(drafts[name],)) if name in drafts else each for name, each in found.items()}


def _drafting(
    answers: Answers, entry: Entry, read: Read, folder: Path, ask: Ask, apart: Apart
) -> tuple[str, Future[Drafted]] | None:
    ways = ways_of(answers.known, ask)[1:2]
    if not ways:
        return None
    aim = Aim(ask.target, None, answers.known.origin, ask.scene.python2)
    also = folder / entry.folder if entry.module else None
    return ways[0], apart.submit(draft_file, folder / entry.path, read.source, ways[0], aim, also, folder)


def _ported(to: str, future: "Future[Drafted]") -> Ported:
    draft = result_of(future)
    problem = draft if isinstance(draft, str) else draft.problem
    if isinstance(draft, str) or problem:
        return Ported(to, drafted=False, problem=problem)
    return Ported(to, marks=marks_of(draft.marks), changes=draft.changes, words=BY_TEXT)
