"""A file of which no port is proved: where its best port parts from it, and why."""

from dataclasses import replace

from harness.sides.hold import Held, hold
from harness.sides.look import Ask
from harness.sides.proof.ported import as_original
from harness.sides.repeats import USUAL
from harness.sides.run import Sides
from harness.survey.answers import Answers, Cause, Compared
from harness.survey.bench import Bench
from harness.survey.ports import draft_job
from harness.survey.standing import best_port
from harness.watching.words import watched_text


def compare(bench: Bench, answers: Answers) -> Compared | None:
    """Hold the best port against the file on its own release, watched and from the same start, and look for causes."""
    port = best_port(answers)
    if port is None:
        return None
    job = draft_job(bench, answers.known, port.to)
    if job is None:
        return None
    original = bench.without_masks(as_original(bench.job(answers.known.origin, seeded=True)))
    sides = bench.sides(original, bench.without_masks(job))
    ask = bench.grounds.ask
    setup = replace(bench.grounds.setup, experiments=ask.experiments > 0)
    with bench.grounds.workers.using(original.python, job.python) as workers:
        # Nothing is remembered here: whether a side repeats itself is part of the answer.
        held = hold(Sides(sides.left, sides.right, workers), USUAL, Ask(watch=True), setup, ask.experiments)
    return _compared(port.to, held)


def _compared(subject: str, held: Held) -> Compared:
    comparison, seen = held.comparison.comparison, held.looked.watched
    stage = seen.stage if seen is not None else None
    return Compared(
        subject,
        comparison.verdict,
        comparison.agreeing,
        comparison.expected,
        str(comparison.first) if comparison.first is not None else "",
        str(stage) if stage is not None else "",
        tuple(Cause(each.cause, str(each.confidence), each.change) for each in held.diagnosis.findings),
        tuple(watched_text(seen)) if seen is not None else (),
    )
