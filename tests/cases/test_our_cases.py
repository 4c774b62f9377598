"""The project's own cases: what every one of them has to have, and the derived logs computed once more by hand."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from harness.cases.case import Case, Variant
from harness.cases.golden import read_golden
from harness.cases.notes import read_notes
from harness.cases.suite import Suite, read_suite
from harness.judging.printing import render

ROOT = Path(__file__).resolve().parents[2]
SUITE: Suite = read_suite(ROOT)
CASES = {case.name: case for case in SUITE.cases}
PITFALLS = [case.name for case in SUITE.cases if case.pitfall]
PORTS = [case.name for case in SUITE.cases if not case.pitfall]


def lines(case: str, variant: str = "") -> list[str]:
    """Give the lines of a documented log."""
    return [line.text for line in variant_of(CASES[case], variant).log.lines]


def variant_of(case: Case, name: str) -> Variant:
    """Give a variant by its name."""
    return next(variant for variant in case.variants if variant.name == name)


# Where the right case has a variant that is meant to print what the pitfall prints by mistake.
MEANT_ELSEWHERE = {"pitfalls/floor_division": {"staircase"}}


def printed(case: Case, template: Variant) -> Iterator[tuple[str, list[str]]]:
    """Give what each golden trace of a case prints by another case's template, with the name of its variant."""
    for variant in case.variants:
        for style in variant.styles:
            trace = read_golden(variant.golden_path(style.name))
            yield variant.name, [render(template.template, record) for record in trace.records]


def test_every_note_has_a_case() -> None:
    notes = read_notes(ROOT / "golden")
    assert {case.note.key for case in SUITE.cases} == set(notes)


def test_the_cases_have_every_line_and_figure_that_the_notes_print() -> None:
    documented = [
        (case.note.key, variant)
        for case in SUITE.cases
        for variant in case.variants
        if variant.derived is None and case.name != "two_layer_net"
    ]
    counted: dict[str, int] = {}
    for note, variant in documented:
        counted[note] = counted.get(note, 0) + len(variant.log.lines)
    # 001 prints three logs, of 4, 5 and 9 lines; 004 three of 20.
    assert counted == {"000": 40, "001": 18, "002": 15, "004": 60}
    assert sum(counted.values()) == 133
    figures = [line.text for variant in CASES["two_layer_net"].variants for line in variant.log.lines]
    assert figures == [
        "GradientDescentOptimizer:0.390597",
        "MomentumOptimizer:0.383561",
        "AdamOptimizer:0.383676",
        "GradientDescentOptimizer:0.383561",
        "MomentumOptimizer:0.383561",
        "AdamOptimizer:0.383561",
        "0.38377",
    ]


@pytest.mark.parametrize("name", PORTS)
def test_every_case_is_written_in_graph_and_in_eager_style(name: str) -> None:
    assert {"graph", "eager"} <= {style.name for style in CASES[name].styles}


@pytest.mark.parametrize("name", CASES)
def test_every_style_has_its_golden_trace(name: str) -> None:
    for variant in CASES[name].variants:
        for style in variant.styles:
            assert variant.golden_path(style.name).is_file()


@pytest.mark.parametrize("name", CASES)
def test_scripts_are_plain_tensorflow(name: str) -> None:
    for style in CASES[name].styles:
        text = style.script.read_text(encoding="utf-8")
        assert "harness" not in text
        compat = "import tensorflow.compat.v1 as tf\n\ntf.disable_v2_behavior()\n" in text
        assert compat == (style.name == "graph")
        assert 'if __name__ == "__main__":' in text


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.errata])
def test_errata_name_what_the_note_says_and_what_the_run_shows(name: str) -> None:
    for erratum in CASES[name].errata:
        assert erratum.line > 0
        assert erratum.says != erratum.shows


def test_there_are_at_least_a_dozen_pitfalls() -> None:
    assert len(PITFALLS) >= 12


@pytest.mark.parametrize("name", PITFALLS)
def test_pitfall_names_a_right_case_of_the_same_note_and_prints_something_else(name: str) -> None:
    wrong = CASES[name]
    if wrong.right is None:
        pytest.fail(f"{name} names no right case")
    right = CASES[wrong.right]
    assert right.pitfall is None
    assert right.note == wrong.note
    # Only the styles that make the mistake; each prints the wrong log, by the same template.
    (variant,) = wrong.variants
    assert variant.derived
    documented = [line.text for line in variant.log.lines]
    for _, wrongly in printed(wrong, variant):
        assert set(documented) <= set(wrongly)
    alike = {name for name, rightly in printed(right, variant) if set(documented) <= set(rightly)}
    assert alike == MEANT_ELSEWHERE.get(name, set())


# The derived logs. float32 throughout, as TensorFlow computes; every operation of NumPy's float32 rounds once.

f32 = np.float32


def test_w_stays_5_where_only_w_is_run() -> None:
    assert lines("only_run_w") == [str(f32(5))] * 40


@pytest.mark.parametrize("staircase", [True, False])
def test_decay_in_stairs_and_smooth(staircase: bool) -> None:
    w = f32(5)
    expected = []
    for step in range(21):
        exponent = f32(step) / f32(10)
        if staircase:
            exponent = np.floor(exponent)
        rate = f32(0.1) * f32(0.99) ** exponent
        w = w - rate * (f32(2) * (w + f32(1)))
        expected.append(f"step {step}: rate {rate:f}, w {w:.4f}")
    assert lines("staircase_versus_smooth", "staircase" if staircase else "smooth") == expected


def test_stairs_and_smooth_meet_at_every_stair() -> None:
    stairs, smooth = lines("staircase_versus_smooth", "staircase"), lines("staircase_versus_smooth", "smooth")
    same_rate = [s for s in range(21) if stairs[s].split(",")[0] == smooth[s].split(",")[0]]
    assert same_rate == [0, 10, 20]


def test_momentum_as_tf1_computes_it() -> None:
    w, velocity = f32(5), f32(0)
    expected = []
    for step in range(10):
        rate = 0.1 if step < 5 else 0.01
        velocity = f32(0.9) * velocity + f32(2) * (w + f32(1))
        w = w - f32(rate) * velocity
        expected.append(f"step {step}: rate {rate}, w {w:.5f}")
    assert lines("momentum_dropping_rate") == expected


def test_momentum_as_keras_computes_it() -> None:
    w, velocity = f32(5), f32(0)
    expected = []
    for step in range(10):
        rate = 0.1 if step < 5 else 0.01
        velocity = f32(0.9) * velocity - f32(rate) * (f32(2) * (w + f32(1)))
        w = w + velocity
        expected.append(f"step {step}: rate {rate}, w {w:.5f}")
    assert lines("pitfalls/keras_momentum") == expected
