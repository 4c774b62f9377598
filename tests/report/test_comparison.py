"""The page of one comparison: one file, escaped, with the stages and the plots of what was watched."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from harness.cli import main
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.report.comparison import Compared, comparison_page, plots_of, rows_of, strip_of
from harness.sides.look import Looked
from harness.sides.observing.paths import VariablePath
from harness.sides.run import Sides
from harness.watching.pairs import Pairs
from harness.watching.stages import StageHeld
from harness.watching.things import Gap
from harness.watching.watched import StepHeld, Watched
from harness.words.finding import Confidence, Diagnosis, Finding
from harness.words.observation import Observation
from harness.words.stage import Stage
from tests.report.browser import DESKTOP, PHONE, visit
from tests.report.hostile import EVIL, SCRIPT_TAG
from tests.report.pages import read_page

_USUAL = Tolerances(Tolerance(), {})
_LEFT = tuple(f"step {n}: loss {1 / (n + 1):.4f}" for n in range(20))
_RIGHT = (*_LEFT[:10], "step 10: loss 0.0999", *_LEFT[11:])
_PATH = VariablePath("w", "w:0", (0, 1, 2), (0.0, 1e-3, float("inf")), (1e-7, 2e-7, None))


def _compared(left: tuple[str, ...] = _LEFT, right: tuple[str, ...] = _RIGHT, name: str = "new.py") -> Compared:
    sides = Sides(Side("old.py", left), Side(name, right), {})
    held = compare_sides(sides.left, sides.right, _USUAL)
    finding = Finding("keras-momentum", Confidence.LIKELY, f"evidence {name}", "keep the velocity")
    return Compared(sides, held, Diagnosis((finding,)), Looked(), (_PATH,), (f"right {name}",))


def _page(folder: Path, compared: Compared) -> Path:
    path = folder / "out.html"
    path.write_text(comparison_page(compared, _USUAL), encoding="utf-8")
    return path


def test_it_is_one_file_of_valid_html_that_asks_for_nothing(tmp_path: Path) -> None:
    page = read_page(_page(tmp_path, _compared()))
    assert [address for address in page.loads() if not address.startswith("data:")] == []
    assert "diverged: 19 of 20 agree" in page.text
    assert page.path.stat().st_size < 300_000


def test_what_is_computed_otherwise_stands_behind_the_verdict(tmp_path: Path) -> None:
    looked = Looked(otherwise="the left side makes 6 steps, the right 203")
    page = read_page(_page(tmp_path, replace(_compared(_LEFT, _LEFT), looked=looked)))
    assert "20 of 20 agree, but the left side makes 6 steps, the right 203" in page.text


def test_lines_that_are_the_same_are_folded_and_digits_that_differ_are_marked() -> None:
    rows = rows_of(_compared(), _USUAL)
    assert [row.same for row in rows] == [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0]
    (differing,) = [row for row in rows if row.standing == "differs"]
    assert (differing.left_number, differing.right_number) == (11, 11)
    assert [(piece.text, piece.apart) for piece in differing.right] == [("step 10: loss 0.09", False), ("99", True)]


def test_lines_that_there_is_no_room_for_are_not_said_to_be_the_same(tmp_path: Path) -> None:
    left = tuple(f"step {n}: loss {n}.25" for n in range(2100))
    compared = _compared(left, tuple(line.replace(".25", ".75") for line in left))
    rows = rows_of(compared, _USUAL)
    assert (len(rows), rows[-2].left_number, rows[-1].same, rows[-1].more) == (2001, 2000, 0, 100)
    assert "100 more lines, not all of them the same" in read_page(_page(tmp_path, compared)).text


def test_what_scripts_and_logs_say_is_no_markup(tmp_path: Path) -> None:
    left = ("loss 1.5", EVIL)
    page = read_page(_page(tmp_path, _compared(left, ("loss 1.25", EVIL), f"new {EVIL}.py")))
    assert SCRIPT_TAG in page.text
    assert "\x1b" not in page.path.read_text(encoding="utf-8")
    scripts = [element for element in page.elements if element.tag == "script"]
    assert all("alert(1)" not in (element.text or "") for element in scripts)
    assert not [element for element in page.elements if element.tag == "img"]


def test_the_strip_shows_which_stage_parts_and_which_were_not_seen() -> None:
    gap = Gap("w", "moved by 1", "moved by 2", 0.5)
    stages = (
        StageHeld(Stage.START, 1, 1),
        StageHeld(Stage.UPDATE, 1, 0, (gap,)),
        StageHeld(Stage.STATISTICS, 1, 0, (gap,)),
    )
    watched = Watched(Observation(), Observation(), Pairs(()), 4, 3, StepHeld(3, stages))
    assert [(each.name, each.state) for each in strip_of(watched)] == [
        ("data", "not seen"),
        ("start", "agrees"),
        ("forward", "not seen"),
        ("loss", "not seen"),
        ("gradients", "not seen"),
        ("rate", "not seen"),
        ("update", "parts"),
        ("statistics", "apart"),
    ]


def test_what_is_behind_a_stage_that_parts_agrees_only_where_it_is_alike() -> None:
    gap = Gap("MatMul", "1", "2")
    stages = (
        StageHeld(Stage.START, 2, 1),
        StageHeld(Stage.FORWARD, 1, 0, (gap,)),
        StageHeld(Stage.LOSS, 1, 0, relative=0.2),
        StageHeld(Stage.RATE, 1, 1, alike=True),
    )
    watched = Watched(Observation(), Observation(), Pairs(()), 4, 1, StepHeld(1, stages))
    assert [(each.name, each.state) for each in strip_of(watched) if each.state != "not seen"] == [
        ("start", "agrees"),
        ("forward", "parts"),
        ("loss", "follows"),
        ("rate", "agrees"),
    ]


def test_the_first_difference_does_nothing_to_the_page_either(tmp_path: Path) -> None:
    page = read_page(_page(tmp_path, _compared(("loss 1.5", "epoch 7 \x1b[31m \u202e"), ("loss 1.5",))))
    assert "epoch 7 \\x1b[31m \\u202e, measured no such line" in page.text


def test_no_distance_and_no_number_have_no_point_in_a_plot() -> None:
    (plot,) = plots_of((_PATH,))
    assert plot["x"] == [0, 1, 2]
    assert [curve["y"] for curve in plot["curves"]] == [[None, 1e-3, None], [1e-7, 2e-7, None]]


@pytest.mark.long
@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_in_a_browser_its_plot_draws_and_nothing_is_asked_for(size: tuple[int, int], tmp_path: Path) -> None:
    path = _page(tmp_path, _compared())
    with visit(path, size) as there:
        figure = there.page.locator("figure.plot")
        figure.scroll_into_view_if_needed()
        there.page.wait_for_selector("figure.plot[data-drawn]")
        assert figure.locator("table").inner_text().split("\n")[0].split("\t") == ["curve", "value at step 2"]
        assert there.complaints == []
        assert [each for each in there.requests if each != path.resolve().as_uri()] == []
        assert there.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_compare_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.log").write_text("\n".join(_LEFT), encoding="utf-8")
    (tmp_path / "new.log").write_text("\n".join(_RIGHT), encoding="utf-8")
    words = ["compare", str(tmp_path / "old.log"), str(tmp_path / "new.log"), "--html", str(tmp_path / "out.html")]
    assert main(words) == 1
    assert "diverged: 19 of 20" in capsys.readouterr().out
    assert "diverged: 19 of 20 agree" in read_page(tmp_path / "out.html").text


def test_files_with_arrays_have_no_page_and_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    np.savez(tmp_path / "a.npz", w=np.zeros(2))
    words = ["compare", str(tmp_path / "a.npz"), str(tmp_path / "a.npz"), "--html", str(tmp_path / "out.html")]
    assert main(words) == 2
    assert "--html: two files with arrays have no page" in capsys.readouterr().err
    assert not (tmp_path / "out.html").exists()
