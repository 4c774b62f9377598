"""Claims of a document held against what its code printed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from harness.checking.checked import ClaimHeld
from harness.documents.example import Claim
from harness.documents.restore.templates import PrintTemplate
from harness.words.printed import NUMBER


def hold_claims(
    claims: Sequence[Claim], lines: Sequence[str], templates: Sequence[PrintTemplate]
) -> tuple[ClaimHeld, ...]:
    """Hold claims against printed lines. A figure without a step that is printed nowhere is no word on this output, and
    is left out."""
    found = [_stays(claim, lines, templates) if claim.stays else _figure(claim, lines) for claim in claims]
    return tuple(each for each in found if each is not None)


def _stays(claim: Claim, lines: Sequence[str], templates: Sequence[PrintTemplate]) -> ClaimHeld | None:
    values = list(_values_named(claim.name, lines, templates))
    if not values:
        return None
    same = sum(is_same(value, claim.value) for value in values)
    other = next((value for value in values if not is_same(value, claim.value)), None)
    said = f"{same} of {len(values)} printed values" + (f"; one is {other}" if other is not None else "")
    return ClaimHeld(claim, same == len(values), said)


def _values_named(name: str, lines: Sequence[str], templates: Sequence[PrintTemplate]) -> Iterator[str]:
    """The numbers that are printed under a name, ``w``, or one that begins with it, ``w_val``."""
    for line in lines:
        for template in templates:
            fields = _fields_of(template, line.strip())
            if fields is None:
                continue
            for field, text in fields:
                if field == name or re.match(rf"{re.escape(name)}_?(?:val|value|np|out|v)?\d?$", field):
                    yield from NUMBER.findall(text)
            break


def _fields_of(template: PrintTemplate, line: str) -> list[tuple[str, str]] | None:
    """The fields of a template with their texts in a line that it prints; None for another line."""
    first = 0
    for pattern in template.patterns:
        match = pattern.fullmatch(line) if pattern.pattern else None
        if match is not None:
            names = template.fields[first : first + pattern.groups]
            return [(name, text or "") for name, text in zip(names, match.groups(), strict=True)]
        first += pattern.groups
    return None


def _figure(claim: Claim, lines: Sequence[str]) -> ClaimHeld | None:
    at_step = [line for line in lines if claim.step is None or str(claim.step) in NUMBER.findall(line)]
    if not at_step:
        return ClaimHeld(claim, None, f"the code prints no line with {claim.step} in it")
    for line in at_step:
        if any(is_same(number, claim.value) for number in NUMBER.findall(line)):
            return ClaimHeld(claim, True, f"printed in {line.strip()!r}")
    return None if claim.step is None else ClaimHeld(claim, False, f"printed is {at_step[-1].strip()!r}")


def is_same(printed: str, claimed: str) -> bool:
    """Whether a printed number is a claimed one, at the digits that the claim has."""
    try:
        one, other = Decimal(printed), Decimal(claimed)
        if not (one.is_finite() and other.is_finite()):
            return str(one) == str(other)
        exponent = other.as_tuple().exponent
        return one == other or one.quantize(Decimal(1).scaleb(int(exponent))) == other
    except (InvalidOperation, ValueError):
        return False
