"""Pages: parts that are made from files and results, everything else left as it is."""

import ast
import json
from pathlib import Path

import pytest

from harness.cli import main
from harness.diagnose.facts.fact import OTHER
from harness.diagnose.facts.lone import LONE_FACTS
from harness.diagnose.facts.table import FACTS
from harness.pages.between_comments import Source, remake
from harness.results.result import Result
from harness.results.store import TargetResults
from harness.words.errors import UsageError
from harness.words.verdict import Verdict

PAIR = "before\n<!-- pair {} -->\nold\n<!-- end -->\nafter\n"
WRONG = "import x\n\n\ndef trace():\n    a = 1\n    yield a\n    print(a)\n"
RIGHT = "def trace():\n    b = 2\n    yield b\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "wrong.py").write_text(WRONG)
    (tmp_path / "right.py").write_text(RIGHT)
    return tmp_path / "page.md"


def remade(page: Path, text: str, *results: TargetResults) -> str:
    page.write_text(text)
    return remake(page, Source(page.parent, results))


def ran(name: str, *verdicts: tuple[str, Verdict]) -> TargetResults:
    results = tuple(Result("trap", "", style, verdict, "digest") for style, verdict in verdicts)
    return TargetResults(name, {}, results)


def test_a_page_without_parts_stays_as_it_is(page: Path) -> None:
    assert remade(page, "# Title\n\n<!-- a remark -->\n") == "# Title\n\n<!-- a remark -->\n"


def test_a_pair_shows_both_files_side_by_side_and_keeps_what_stands_around_it(page: Path) -> None:
    text = remade(page, PAIR.format("wrong=wrong.py right=right.py from=yield to=yield"))
    assert text == (
        "before\n<!-- pair wrong=wrong.py right=right.py from=yield to=yield -->\n"
        "<table>\n<tr><th>wrong: wrong.py</th><th>right: right.py</th></tr>\n<tr>\n"
        "<td>\n\n```python\nyield a\n```\n\n</td>\n"
        "<td>\n\n```python\nyield b\n```\n\n</td>\n"
        "</tr>\n</table>\n<!-- end -->\nafter\n"
    )


def test_making_a_page_twice_changes_nothing(page: Path) -> None:
    once = remade(page, PAIR.format("wrong=wrong.py right=right.py lines=3"))
    assert remade(page, once) == once


def test_an_excerpt_loses_its_common_indentation(page: Path) -> None:
    assert "```python\na = 1\nyield a\n```" in remade(
        page, PAIR.format('wrong=wrong.py right=right.py "wrong.from=a = 1" "wrong.to=yield"')
    )


def test_an_option_of_one_side_leaves_the_other_whole(page: Path) -> None:
    text = remade(page, PAIR.format("wrong=wrong.py right=right.py wrong.lines=1"))
    assert "```python\nimport x\n```" in text
    assert "```python\ndef trace():\n    b = 2\n    yield b\n```" in text


def test_releases_are_counted_by_style_and_verdict_without_those_that_lack_the_style(page: Path) -> None:
    text = remade(
        page,
        "<!-- releases trap -->\n<!-- end -->\n",
        ran("tf2.4", ("graph", Verdict.IDENTICAL), ("eager", Verdict.ROUNDED)),
        ran("tf1.15", ("graph", Verdict.IDENTICAL), ("eager", Verdict.UNSUPPORTED)),
        ran("tf1.4", ("graph", Verdict.IDENTICAL)),
    )
    assert text.splitlines()[1:-1] == [
        "- `trap`, graph: its log comes out identical in 3 releases, 1.4 to 2.4",
        "- `trap`, eager: its log comes out rounded in 2.4",
    ]


def test_without_results_a_page_keeps_what_it_says_of_releases(page: Path) -> None:
    text = "<!-- releases trap -->\n- as measured before\n<!-- end -->\n"
    assert remade(page, text) == text


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("wrong=wrong.py", "a pair needs right=FILE"),
        ("wrong=wrong.py right=right.py from=nowhere", "no line of wrong.py has 'nowhere'"),
        ("wrong=missing.py right=right.py", "No such file"),
    ],
)
def test_a_part_that_cannot_be_made_is_named_with_file_and_line(page: Path, words: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as error:
        remade(page, PAIR.format(words))
    assert "page.md:2" in str(error.value)


def test_an_unknown_part_and_a_case_without_results_are_mistakes(page: Path) -> None:
    with pytest.raises(UsageError, match="no part 'pear'"):
        remade(page, "<!-- pear x -->\n<!-- end -->\n")
    with pytest.raises(UsageError, match="no run of nothing"):
        remade(page, "<!-- releases nothing -->\n<!-- end -->\n", ran("tf2.4", ("graph", Verdict.IDENTICAL)))


def test_errors_are_explained_by_their_rules_with_what_was_measured(page: Path) -> None:
    message = "module 'tensorflow' has no attribute 'InteractiveSession'"
    raised = {
        "kind": "raised",
        "reason": f"old.py:3: AttributeError: {message}",
        "detail": f"AttributeError: {message}\n",
    }
    unknown = {"kind": "raised", "reason": "old.py:3: ValueError: 7 is too odd", "detail": ""}
    (page.parent / "measured.json").write_text(
        json.dumps({"tf2.21": {"a": raised, "b": unknown}, "tf2.4": {"a": raised}})
    )
    text = remade(page, "<!-- errors measured.json -->\n<!-- end -->\n")
    assert (
        "## session-gone\n\n"
        "    AttributeError: module 'tensorflow' has no attribute 'InteractiveSession'\n\n"
        "Raised by 2.4, 2.21: tf.InteractiveSession is a name of TensorFlow 1; TensorFlow 2 has it as\n"
        "tf.compat.v1.InteractiveSession.\n\n"
        "Change: import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(): the script runs as it is; or write "
        "it\nwithout a Session.\n\n"
    ) in text
    assert "too odd" not in text
    assert max(map(len, text.splitlines())) <= 120
    assert remade(page, text) == text


def test_a_file_that_holds_no_errors_is_named(page: Path) -> None:
    (page.parent / "measured.json").write_text('{"tf2.4": ["a"]}')
    with pytest.raises(UsageError, match=r"measured\.json does not hold errors by release and script"):
        remade(page, "<!-- errors measured.json -->\n<!-- end -->\n")


def test_the_pitfall_pages_show_the_code_that_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "pages", "--check"]) == 0, capsys.readouterr().out


def test_a_page_that_is_not_up_to_date_fails_the_check_and_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "docs" / "pitfalls"
    for folder in (pages, tmp_path / "cases", tmp_path / "golden"):
        folder.mkdir(parents=True)
    (tmp_path / "a.log").write_text("1\n")
    page = pages / "trap.md"
    page.write_text(PAIR.format("wrong=a.log right=a.log"))
    assert main(["--root", str(tmp_path), "pages", "--check"]) == 1
    assert capsys.readouterr().out == "docs/pitfalls/trap.md is not up to date\n"
    assert "old" in page.read_text()
    assert main(["--root", str(tmp_path), "pages"]) == 0
    assert "old" not in page.read_text()


def test_explain_lists_the_causes_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert (
        "seed-continued            The second eager draw goes on where the first one ended" in capsys.readouterr().out
    )


def test_explain_shows_wrong_and_right_code_and_no_markup(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["explain", "rate-frozen"]) == 0
    out = capsys.readouterr().out
    assert "A rate that tf.function read once" in out
    (row,) = [line for line in out.splitlines() if "def update(rate):" in line]
    assert "def update():" in row
    assert "<td>" not in out
    assert "<!--" not in out


def test_explain_shows_the_section_on_one_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "session-gone"]) == 0
    out = capsys.readouterr().out
    assert "AttributeError: module 'tensorflow' has no attribute 'Session'" in out
    assert "tf.disable_v2_behavior()" in out
    assert "placeholder" not in out
    assert "<!--" not in out


def test_every_cause_that_a_detector_names_has_a_page_and_every_page_is_of_a_cause(root: Path) -> None:
    named = set[str]()
    for path in (root / "harness" / "diagnose" / "detectors").rglob("*.py"):
        named |= causes_in(path.read_text())
    named |= {fact.cause for fact in FACTS} | {OTHER} | {fact.cause for fact in LONE_FACTS}
    assert len(named) == 159
    assert named == {page.stem for page in (root / "docs" / "pitfalls").glob("*.md")}


def causes_in(source: str) -> set[str]:
    """What stands as the cause of a Finding: a text, or a name that is set to one of some texts in that file."""
    tree = ast.parse(source)
    found = set[str]()
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Finding"):
            continue
        cause = call.args[0]
        values = [cause]
        if isinstance(cause, ast.Name):
            values = [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == cause.id
            ]
        values += [part for value in values if isinstance(value, ast.IfExp) for part in (value.body, value.orelse)]
        texts = {value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)}
        assert texts, f"a cause that cannot be read: {ast.unparse(cause)}"
        found |= texts
    return found


def test_explain_suggests_the_near_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "seed-continue"]) == 2
    assert "did you mean 'seed-continued'" in capsys.readouterr().err
