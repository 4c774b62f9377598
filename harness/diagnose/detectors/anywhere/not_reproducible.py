"""Not reproducible: a side that differs from itself."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.agreement import first_apart, in_place, total
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather_again, names_of
from harness.diagnose.evidence.races import has_looked, races_of
from harness.diagnose.evidence.seeded import is_seeded, seedable
from harness.diagnose.evidence.shape import differs, is_apart, shown
from harness.diagnose.sources.said.fetches import fetched_with_a_step
from harness.diagnose.sources.said.random_draws import drawn_by_keras, draws_anything, unseeded_draws
from harness.diagnose.sources.text.source import Call, read_source
from harness.words.finding import Change, Confidence, Finding, Place

_UNSTEADY = (
    "time.time",
    "time.perf_counter",
    "time.monotonic",
    "datetime.datetime.now",
    "uuid.uuid4",
    "os.urandom",
    "os.getpid",
    "threading.Thread",
    "concurrent.futures.ThreadPoolExecutor",
    "hash",
)
_CHANGE = (
    "seed every draw (np.random.seed, random.seed, seeds of the random ops), and keep times, process ids and the order "
    "of threads out of what is printed"
)
_SEED_KERAS = (
    "seed Keras' layers and fit with tf.keras.utils.set_random_seed, for tf.random.set_seed does not reach its weights "
    "since 2.10; fit(shuffle=False) keeps the order of rows"
)

_SEED_IT = "; or add to the command: --seed 7, which seeds a script that sets none before its first line"


def detect(evidence: Evidence) -> Finding | None:
    """Suspect a side whose script draws without a seed, or prints what no two runs share, where numbers differ.

    Two runs of it show whether it is so: ``detect_rerun``.

    The trial runs the side once more and changes nothing.
    """
    if not differs(evidence):
        return None
    for place, side in ((Place.RIGHT, evidence.right), (Place.LEFT, evidence.left)):
        calls = _unsteady_calls(side)
        if calls:
            return Finding(
                "not-reproducible",
                Confidence.POSSIBLE,
                f"{_named(calls)} of {side.name} may give something else in each run",
                _CHANGE,
                trials=(Change("the same script once more", side=place),),
            )
    return None


def detect_rerun(evidence: Evidence, again: Side) -> Finding | None:
    """Find a side that does not repeat itself, from what its script gave when it ran once more.

    Only numbers that differ between the two sides count: what both print of the time is no reason.
    """
    side = _first_run(evidence, again)
    if again.failure is not None:
        return None
    wanted = {paired.name for paired in evidence.paired if is_apart(paired, evidence.tolerances)}
    twice = gather_again(evidence, side, again)
    apart = tuple(paired for paired in twice.paired if paired.name in wanted and is_apart(paired, evidence.tolerances))
    if not apart:
        return None
    place = first_apart(apart[0], evidence.tolerances) or 0
    first, second = (shown(series.at()[place].value) for series in (apart[0].left, apart[0].right))
    calls = _unsteady_calls(side)
    by_keras = any(call in drawn_by_keras(read_source(side.source)) for call in calls)
    by_tensorflow = all(call.name.startswith(("tensorflow", "keras")) or call.method == "fit" for call in calls)
    cause = "unseeded" if calls and by_tensorflow else "not-reproducible"
    seed = _SEED_KERAS if by_keras else "give every random op a seed, on both sides"
    why = f"; {_named(calls)} gives something else in each run" if calls else ""
    races = [] if calls else _lines_of_races(side, again)
    if races:
        why = (
            f"; it draws nothing without a seed, and line {races[0]} fetches numbers in the run that updates what they "
            f"{'read' if has_looked(again) else 'may read'}"
        )
    alike = total(in_place(paired, evidence.tolerances) for paired in twice.paired)
    return Finding(
        cause,
        Confidence.CONFIRMED,
        f"{names_of(apart)} of {side.name} {verb(apart, 'differs', 'differ')} from run to run: "
        f"{verb(apart, 'it', apart[0].name)} is {first}, then {second} in record {place + 1}; {alike.agreeing} of "
        f"{alike.total} numbers repeat{why}",
        (seed if cause == "unseeded" else _change(side, races)) + (_SEED_IT if seedable(side) and not races else ""),
    )


def _lines_of_races(side: Side, again: Side) -> list[int]:
    """The lines of the script that fetch what they update; from its graph where that was looked at."""
    if not has_looked(again):
        return fetched_with_a_step(side.source)
    return sorted({race.line for race in races_of(again) if race.line is not None})


def unsteady_names(evidence: Evidence, again: Side) -> frozenset[str]:
    """Give the names of the series that came out otherwise when a side ran once more."""
    twice = gather_again(evidence, _first_run(evidence, again), again)
    return frozenset(paired.name for paired in twice.paired if is_apart(paired, evidence.tolerances))


def _first_run(evidence: Evidence, again: Side) -> Side:
    left = again.name == evidence.left.name and again.name != evidence.right.name
    return evidence.left if left else evidence.right


def _change(side: Side, races: list[int]) -> str:
    if races:
        return (
            "fetch them with a sess.run of their own, before or after the train op: in which order one Session.run "
            "does what it fetches is open, but for what depends on each other"
        )
    if side.source and not draws_anything(read_source(side.source)):
        return (
            "the script draws no random number: look for what no two runs share, the order of threads, of a set or of "
            "files, times and process ids"
        )
    return _CHANGE


def _unsteady_calls(side: Side) -> list[Call]:
    """What may come out otherwise in each run: draws without a seed, else times and their like."""
    source = read_source(side.source)
    draws = () if is_seeded(side) else (*unseeded_draws(source), *drawn_by_keras(source))
    drawn = {(call.line, call.name): call for call in draws}
    return list(drawn.values()) or [call for call in source.calls if call.name in _UNSTEADY]


def _named(calls: list[Call]) -> str:
    """The one call that there is; of several no run tells which it was."""
    if len(calls) == 1:
        return f"{calls[0].name} in line {calls[0].line}"
    lines = [str(line) for line in sorted({call.line for call in calls})]
    if len(lines) == 1:
        return f"a call in line {lines[0]}"
    return f"one of lines {', '.join(lines[:-1])} and {lines[-1]}"


CAUSE = Cause(("not-reproducible",), detect)
