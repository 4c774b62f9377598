"""Running one file of a survey, layer by layer: its own release, once more, others, ports and their proofs, causes."""

import contextlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from harness.survey.answers import Answers, Known, Ported, Ran
from harness.survey.ask import Entry
from harness.survey.bench import Bench, Grounds
from harness.survey.keys import file_key, forget_digests, release_key, run_key
from harness.survey.known import Read
from harness.survey.ports import as_it_stands, begin_drafts, begin_ports, draft_only, port
from harness.survey.runs import ran, repeated
from harness.survey.stamps import CHANGED, still_are
from harness.survey.standing import ALREADY, AS_IS, best_port, ways_of
from harness.words.errors import UsageError
from harness.words.mistake import mistake_text

_OWN, _AGAIN, _COMPARED = "ran", "repeated", "compared"
# A run behind the scripts that may write what is missing, which has not helped; which ones they were.
_BEHIND, _TRIED = "behind", "writers"
# Of so many one may need what another writes.
_MOST_WRITERS = 4
# A run that says nothing of its file: its packages could not be had, or its worker died of something else.
_NOT_BEGUN = ("refused", "worker")


def measure(entry: Entry, read: Read, known: Known, before: Answers | None, grounds: Grounds) -> Iterator[Answers]:
    """Run a file and give its answers anew after each layer that was looked for; what ``before`` has of the same text,
    options, releases and harness is taken as it is. The last answers given are whole.

    A file that misses what a script beside it may write is run behind that one, and stands as it does then if it runs;
    where that one in turn misses something, it is run behind the script that may write that.
    Whatever goes wrong with one layer ends the file, and its answers say what; so does a text that is changed amid it,
    whose layer is not kept. Where data that it may read is changed none is.
    """
    writers = _writers_known(entry, before, grounds)
    if writers and (yield from _measure_behind(entry, writers, read, known, before, grounds)) is None:
        return
    answers = None
    for answers in _measure(entry, read, known, before, grounds):
        yield answers
    writers = () if entry.first else _writers_of(answers, ())
    if answers is None or not writers:
        return
    if before is not None and _is_tried(entry, read, known, before, grounds):
        yield replace(answers, keys={**answers.keys, **{each: before.keys[each] for each in (_BEHIND, _TRIED)}})
        return
    while True:
        failed = yield from _measure_behind(entry, writers, read, known, before, grounds)
        if failed is None:
            return
        more = _writers_of(failed, writers)
        if not more:
            break
        writers = more
    yield replace(answers, keys={**answers.keys, _BEHIND: failed.keys[_OWN], _TRIED: "\n".join(writers)})


def _measure_behind(
    entry: Entry, writers: tuple[str, ...], read: Read, known: Known, before: Answers | None, grounds: Grounds
) -> Generator[Answers, None, Answers | None]:
    """Run a file behind scripts that may write what it misses, and give its answers; where it does not run so either,
    none are given, and those of the run are returned."""
    for answers in _measure(replace(entry, first=writers), read, known, before, grounds):
        own = answers.ran[0] if answers.ran else None
        if own is not None and not own.is_well:
            return answers
        yield answers if own is None else replace(answers, ran=(_behind(own, writers), *answers.ran[1:]))
    return None


def _writers_of(answers: Answers | None, writers: tuple[str, ...]) -> tuple[str, ...]:
    """The scripts to run before a file, of whose run behind ``writers`` one more may write what was missing; none where
    there is no such, or they would be too many."""
    own = answers.ran[0] if answers is not None and answers.ran else None
    if own is None or own.is_well or not own.writer or len(writers) == _MOST_WRITERS:
        return ()
    return (own.writer, *writers)


def _is_tried(entry: Entry, read: Read, known: Known, before: Answers, grounds: Grounds) -> bool:
    """Whether a file was run behind all that may help, and all that this rests on is the same."""
    writers = tuple(filter(None, before.keys.get(_TRIED, "").split("\n")))
    if not writers:
        return False
    with Bench(replace(entry, first=writers), read, grounds) as bench:
        return _Kept(bench, before).key(known.origin) == before.keys[_BEHIND]


def _writers_known(entry: Entry, before: Answers | None, grounds: Grounds) -> tuple[str, ...]:
    """The scripts that a file is known to run behind, if they are still there; else none."""
    own = before.ran[0] if before is not None and before.ran else None
    if own is None or not own.is_well or entry.first:
        return ()
    return own.behind if all((grounds.folder / each).is_file() for each in own.behind) else ()


def _behind(own: Ran, writers: tuple[str, ...]) -> Ran:
    one = f"run behind {writers[-1]}, which names what it reads"
    remark = one if len(writers) == 1 else f"{one}, and that behind {', '.join(reversed(writers[:-1]))}"
    return replace(own, writer=writers[-1], behind=writers, remarks=tuple(dict.fromkeys((*own.remarks, remark))))


def _measure(entry: Entry, read: Read, known: Known, before: Answers | None, grounds: Grounds) -> Iterator[Answers]:
    """Give the answers of a file as it is run by one entry."""
    answers = Answers(entry.path, entry.name, known, keys=dict(before.keys) if before is not None else {})
    with Bench(entry, read, grounds) as bench:
        kept = _Kept(bench, before)
        if not still_are(read.stamps):
            yield replace(answers, trouble=CHANGED)
            return
        try:
            for more in _layers(bench, kept, answers, before):
                if not still_are(read.stamps):
                    yield replace(answers, trouble=CHANGED)
                    return
                answers = more
                yield answers
            if bench.has_run and not kept.is_as_it_was():
                yield replace(answers, keys={})
        except UsageError as error:
            yield replace(answers, trouble=str(error))
        except Exception as error:  # a mistake of ours, which costs this file and no other
            yield replace(answers, trouble=f"the harness cannot go on with it: {mistake_text(error)}")


def _layers(bench: Bench, kept: "_Kept", answers: Answers, before: Answers | None) -> Iterator[Answers]:
    known, ask = answers.known, bench.grounds.ask
    key = kept.key(known.origin)
    own = kept.ran(_OWN, known.origin, key) or ran(bench, known.origin, own=True)
    bench.is_short = own.ended == "cut"
    answers = _with(replace(answers, ran=(own,)), _OWN, key)
    yield answers
    if own.ended == "refused" or own.cause.startswith("needs-"):
        yield from _drafts(bench, answers, kept)
        return
    others = [each for each in dict.fromkeys((*ask.also, ask.target)) if each != known.origin]
    if own.is_well:
        _begin(bench, known, kept, [each for each in others if kept.ran(each, each, kept.key(each)) is None])
    for release in others:
        key = kept.key(release)
        there = kept.ran(release, release, key) or ran(bench, release)
        answers = _with(replace(answers, ran=(*answers.ran, there)), release, key)
        yield answers
    if not own.is_well:
        yield from _drafts(bench, answers, kept)
        return
    for more in _ports(bench, answers, kept):
        answers = more
        yield answers
    key = kept.key(known.origin)
    again = before.repeated if before is not None and kept.holds(_AGAIN, key) else None
    answers = _with(replace(answers, repeated=again or repeated(bench, known.origin)), _AGAIN, key)
    yield answers
    best = best_port(answers)
    if best is not None and best.runs and not best.proved and best.words != ALREADY:
        # All detectors, which nobody needs where every port is proved.
        from harness.survey.compared import compare

        key = f"{kept.key(known.origin, ask.target)} {best.to}"
        old = before.compared if before is not None and kept.holds(_COMPARED, key) else None
        yield _with(replace(answers, compared=old or compare(bench, answers)), _COMPARED, key)


def _begin(bench: Bench, known: Known, kept: "_Kept", releases: Sequence[str]) -> None:
    """Begin what will be asked for of a file that runs: it on other releases, and drafts of what the target lacks
    something of. Of what cannot be begun whoever asks for it is told."""
    with contextlib.suppress(UsageError):
        if bench.grounds.ask.target not in known.releases:
            begin_drafts(bench, known, _wanting(bench, known, kept))
        for release in releases:
            bench.begin(bench.job(release))


def _wanting(bench: Bench, known: Known, kept: "_Kept") -> list[str]:
    """The ways to the target of which no answer is kept, but for the file as it stands."""
    ask = bench.grounds.ask
    key = kept.key(known.origin, ask.target)
    return [to for to in ways_of(known, ask)[1:] if kept.ported(to, key) is None]


def _ports(bench: Bench, answers: Answers, kept: "_Kept") -> Iterator[Answers]:
    known, ask = answers.known, bench.grounds.ask
    key = kept.key(known.origin, ask.target)
    for to in ways_of(known, ask):
        if to == "compat" and any(each.proved for each in answers.ported):
            continue  # it runs as it stands, and so there is nothing to rewrite
        made = kept.ported(to, key) or (as_it_stands(bench, answers) if to == AS_IS else port(bench, known, to))
        if made is not None:
            answers = _with(replace(answers, ported=(*answers.ported, made)), to, key)
            yield answers
        if to == AS_IS:
            there = made is not None and made.proved
            with contextlib.suppress(UsageError):  # whoever asks for it next is told
                begin_ports(
                    bench, known, [each for each in _wanting(bench, known, kept) if each != "compat" or not there]
                )


def _drafts(bench: Bench, answers: Answers, kept: "_Kept") -> Iterator[Answers]:
    """What the first way makes of a file that does not run, as far as its text tells."""
    known, ask = answers.known, bench.grounds.ask
    key = kept.key(known.origin, ask.target)
    for to in ways_of(known, ask)[1:2]:
        made = kept.ported(to, key) or draft_only(bench, known, to)
        yield _with(replace(answers, ported=(made,)), to, key)


def _with(answers: Answers, layer: str, key: str) -> Answers:
    return replace(answers, keys={**answers.keys, layer: key})


class _Kept:
    """What is known from before, where what it rests on is the same."""

    def __init__(self, bench: Bench, before: Answers | None) -> None:
        self._bench = bench
        self._before = before
        self._file = ""

    def key(self, *releases: str) -> str:
        """Give what runs on these releases rest on."""
        self._file = self._file or self._key_now()
        return run_key(self._file, [release_key(self._bench.grounds.root, release) for release in releases])

    def is_as_it_was(self) -> bool:
        """Whether what runs rest on is now what it was before them."""
        forget_digests()
        return self._file == self._key_now()

    def _key_now(self) -> str:
        bench, grounds = self._bench, self._bench.grounds
        return file_key(bench.entry, grounds.folder, grounds.ask, bench.read)

    def holds(self, layer: str, key: str) -> bool:
        """Whether a layer rests on the same as before."""
        return self._before is not None and self._before.keys.get(layer) == key

    def ran(self, layer: str, release: str, key: str) -> Ran | None:
        """The run on a release that is known from before, but for one that could not be begun."""
        if self._before is None or not self.holds(layer, key):
            return None
        found = next((each for each in self._before.ran if each.release == release), None)
        return None if found is None or found.ended in _NOT_BEGUN else found

    def ported(self, to: str, key: str) -> Ported | None:
        """The port that is known from before."""
        if self._before is None or not self.holds(to, key):
            return None
        return next((each for each in self._before.ported if each.to == to), None)
