"""Ports of a file to the target: the file as it stands, and drafts of it; each is run and its proof looked for."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.porting.draft import Aim
from harness.sides.proof.ported import as_draft, as_original
from harness.sides.proof.prove import prove
from harness.sides.proof.proved import Proof
from harness.sides.repeats import USUAL
from harness.sides.run import Sides
from harness.sides.words import Job
from harness.survey.answers import Answers, Known, Ported
from harness.survey.apart import result_of
from harness.survey.bench import Bench
from harness.survey.drafting import Drafted, draft_file, marks_of
from harness.survey.runs import prints_the_same
from harness.survey.standing import ALREADY, AS_IS, NOT_RUN


def as_it_stands(bench: Bench, answers: Answers) -> Ported | None:
    """Prove the file itself, where it runs at the target; None where it does not."""
    known, target = answers.known, bench.grounds.ask.target
    if known.origin == target:
        return Ported(AS_IS, runs=True, words=ALREADY)
    there = next((each for each in answers.ran if each.release == target), None)
    if there is None or not there.is_well:
        return None
    return _proved(bench, known, Drafted(), AS_IS, as_original(bench.job(target, seeded=True)))


def port(bench: Bench, known: Known, to: str) -> Ported:
    """Draft a port of the file, and of the modules that it imports; run both and look for a proof."""
    draft = _draft(bench, known, to)
    if draft.problem:
        return Ported(to, drafted=False, problem=draft.problem)
    return _proved(bench, known, draft, to, _job(bench, draft, to))


def draft_only(bench: Bench, known: Known, to: str) -> Ported:
    """Draft a port of a file that does not run itself: nothing can be held against it, but its marks say what is
    left."""
    draft = _draft(bench, known, to)
    if draft.problem:
        return Ported(to, drafted=False, problem=draft.problem)
    return Ported(to, marks=marks_of(draft.marks), changes=draft.changes, words=NOT_RUN)


def draft_job(bench: Bench, known: Known, to: str) -> Job | None:
    """Give the job that ran a port, so that it can be run again; None where there is no draft."""
    if to == AS_IS:
        return as_original(bench.job(bench.grounds.ask.target, seeded=True))
    draft = _draft(bench, known, to)
    return None if draft.problem else _job(bench, draft, to)


def begin_drafts(bench: Bench, known: Known, ways: Iterable[str]) -> None:
    """Have ports drafted while the file is run. Raises UsageError for a target that cannot be had."""
    for to in ways:
        if to not in bench.drafts:
            bench.drafts[to] = _drafting(bench, known, to)


def begin_ports(bench: Bench, known: Known, ways: Sequence[str]) -> None:
    """Begin the runs of ports that will be held against the file, one beside the other. Raises UsageError for a target
    that cannot be had."""
    begin_drafts(bench, known, ways)
    for to in ways:
        draft = _draft(bench, known, to)
        if not draft.problem:
            bench.begin(bench.without_masks(_job(bench, draft, to)), watched=True)


def _draft(bench: Bench, known: Known, to: str) -> Drafted:
    begin_drafts(bench, known, [to])
    draft = result_of(bench.drafts[to])
    return Drafted(problem=draft) if isinstance(draft, str) else draft


def _drafting(bench: Bench, known: Known, to: str) -> Future[Drafted]:
    grounds, entry = bench.grounds, bench.entry
    aim = Aim(grounds.ask.target, bench.python(grounds.ask.target), known.origin, grounds.ask.scene.python2)
    path = grounds.folder / entry.path
    # A module finds those of its own from the folder that it works in.
    also = bench.folder if entry.module else None
    first = tuple(grounds.folder / each for each in entry.first)
    return grounds.apart.submit(draft_file, path, bench.read.source, to, aim, also, grounds.folder, first)


def _job(bench: Bench, draft: Drafted, to: str) -> Job:
    name = f"{bench.entry.path.rpartition('.')[0]}_{to}.py"
    job = bench.job(bench.grounds.ask.target, seeded=True)
    return as_draft(job, name, draft.text, dict(draft.modules), dict(draft.firsts))


def _proved(bench: Bench, known: Known, draft: Drafted, to: str, job: Job) -> Ported:
    proof = _proof(bench, known, job)
    if bench.is_short and proof.runs and not proof.proved and not proof.steps:
        # Nothing was seen in the short time: what it has to load may take longer.
        bench.is_short = False
        proof = _proof(bench, known, replace(job, request=replace(job.request, timeout=_whole_time(bench, job))))
        bench.is_short = True
    return Ported(
        to,
        marks=marks_of(draft.marks),
        changes=draft.changes,
        runs=proof.runs,
        proved=proof.proved,
        words=_words(proof),
        details=proof.details,
    )


def _whole_time(bench: Bench, job: Job) -> float:
    within = bench.grounds.ask.scene.within
    return job.request.timeout if within is None else within


def _proof(bench: Bench, known: Known, job: Job) -> Proof:
    original = bench.without_masks(as_original(bench.job(known.origin, seeded=True)))
    job = bench.without_masks(job)
    told = bench.watched_sides(original, job)
    proof = prove(told, USUAL, at_once=True)
    if not proof.proved and proof.runs:
        # Watching may be what makes them print otherwise.
        unwatched = bench.sides(original, job)
        if [_printed(each) for each in _both(unwatched)] != [_printed(each) for each in _both(told)]:
            proof = prove(unwatched, USUAL, at_once=True)
    # Without a seed of the user's a proof brings one, and says nothing of the file itself.
    if bench.grounds.ask.scene.seed is not None:
        bench.printed_again = bench.printed_again or prints_the_same(told.left, told.right)
    return proof


def _both(sides: Sides) -> tuple[Side, Side]:
    return sides.left, sides.right


def _printed(side: Side) -> tuple[object, ...]:
    return side.lines, side.trace, side.failure


def _words(proof: Proof) -> str:
    return proof.words.lstrip(":, ")
