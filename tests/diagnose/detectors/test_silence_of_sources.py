"""No detector speaks of sides that agree; each error rule is on its page."""

import re
from dataclasses import replace

import pytest

from harness.cases.suite import read_suite
from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.cannot_run.error_rules import RULES
from harness.diagnose.detectors.last_bits import float64
from tests.diagnose.sides import ROOT, golden, held

PAIRS = [
    (case.name, variant.name, left.name, right.name)
    for case in read_suite(ROOT).cases
    for variant in case.variants
    for left in variant.styles
    for right in variant.styles
    if variant.golden_path(left.name).exists() and variant.golden_path(right.name).exists()
]


@pytest.mark.parametrize(("name", "which", "left", "right"), PAIRS)
def test_the_styles_of_a_case_agree_between_eras(name: str, which: str, left: str, right: str) -> None:
    case = next(case for case in read_suite(ROOT).cases if case.name == name)
    tolerances = next(variant for variant in case.variants if variant.name == which).tolerances
    mine = replace(golden(name, left, which), tensorflow="2.4.4")
    other = replace(golden(name, right, which), tensorflow="2.15.1")
    evidence = held(mine, other, tolerances)
    # That the schedule of one style is float64 is what smooth_decay teaches.
    asked = [cause for cause in ALL if cause is not float64.CAUSE]
    assert [found.cause for cause in asked if (found := cause.detect(evidence)) is not None] == []


def test_the_page_on_errors_has_every_rule() -> None:
    page = (ROOT / "docs/pitfalls/errors.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", page, re.MULTILINE) == list(dict.fromkeys(rule.name for rule in RULES))
