"""One part of a survey, and parts put together: for a CI matrix, or an array of jobs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.survey.answers import Answers, Survey
from harness.survey.ask import Entry
from harness.words.errors import UsageError


@dataclass(frozen=True)
class Shard:
    """Part ``number`` of ``count`` parts, from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def of(self, entries: Sequence[Entry]) -> list[Entry]:
        """Give the files of this part. Those that are expected to take longest are dealt out first, so that no part has
        all of them; each part finds the same."""
        dealt = sorted(entries, key=lambda entry: (-(entry.seconds or 0.0), entry.name))
        return dealt[self.number - 1 :: self.count]


def shard_of(text: str) -> Shard:
    """Read ``3/20``. Raises UsageError for anything else."""
    match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise UsageError(f"--shard {text}: it is the number of a part and how many there are, 1/20 to 20/20")
    return Shard(int(match[1]), int(match[2]))


def merged(parts: Sequence[Survey]) -> Survey:
    """Put parts of one survey together; of a file that several have the answers with more in them are taken.

    Raises UsageError for parts that were asked for something else than the first one.
    """
    first = parts[0]
    counts = {each.shard.partition("/")[2] for each in parts if each.shard}
    if len(counts) > 1:
        raise UsageError(
            f"--merge: these are parts of different surveys: there are parts of {' and of '.join(sorted(counts))}"
        )
    for each in parts[1:]:
        for what, one, other in (
            ("--from", first.origin, each.origin),
            ("--target", first.target, each.target),
            ("--also", first.also, each.also),
            ("--run", first.ran, each.ran),
            ("options", first.options, each.options),
            ("version", first.made_by, each.made_by),
        ):
            if one != other:
                raise UsageError(
                    f"--merge: these are parts of different surveys: {what} is {one!r} in one, {other!r} in another"
                )
    found: dict[str, Answers] = {}
    for answers in (answers for each in parts for answers in each.answers):
        known = found.get(answers.name)
        if known is None or len(answers.keys) > len(known.keys):
            found[answers.name] = answers
    return replace(
        first, answers=tuple(found[name] for name in sorted(found)), shard="", files=max(each.files for each in parts)
    )


def missing_shards(parts: Sequence[Survey]) -> list[str]:
    """Give the parts that are not there of those that others tell of."""
    there = {each.shard for each in parts if each.shard}
    count = max((int(shard.partition("/")[2]) for shard in there), default=0)
    return [f"{number}/{count}" for number in range(1, count + 1) if f"{number}/{count}" not in there]
