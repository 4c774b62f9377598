"""Examples that a code offers in comments, and that a figure of the document names."""

from collections.abc import Sequence
from dataclasses import replace

from harness.documents.alternatives import Alternative, alternatives
from harness.documents.example import Claim, Example, Role


def with_alternatives(examples: Sequence[Example]) -> list[Example]:
    """Give the examples, and behind each those that its code offers in comments, where a figure names one of them."""
    found: list[Example] = []
    for example in examples:
        offered = list(alternatives(example.readings[0])) if example.readings else []
        named = [(each, _of(each.words, example.claims)) for each in offered]
        if not any(claims for _, claims in named):
            found.append(example)
            continue
        taken = [claim for _, claims in named for claim in claims]
        left = tuple(claim for claim in example.claims if claim not in taken)
        found.append(replace(example, claims=left))
        found += [_alternative(example, each, claims) for each, claims in named if claims]
    return found


def _of(words: frozenset[str], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.name in words and not claim.stays)


def _alternative(example: Example, offered: Alternative, claims: tuple[Claim, ...]) -> Example:
    remark = f"with line {offered.line}, which is a comment there, in place of the statement above it"
    return replace(
        example,
        first_line=offered.line,
        readings=(offered.reading,),
        log=None,
        claims=claims,
        role=Role.VARIATION,
        of=example.blocks[0],
        remarks=(remark,),
    )
