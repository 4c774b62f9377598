"""The report as a comment on a pull request and as JUnit: what is wrong first, foreign text as text."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from harness.cli import main
from tests.report.hostile import hostile_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_project(tmp_path_factory.mktemp("hostile"))


def made(project: Path, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(project), "report", "--format", form, str(project / "results")]) == 0
    return capsys.readouterr().out


def test_a_comment_begins_with_what_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = made(project, "markdown", capsys).splitlines()
    assert lines[0].startswith("**Not all is well**: 8 runs: 4 identical, 3 diverged, 1 failed; 1 unsupported")
    wrong = [line for line in lines if line.startswith("- ")]
    assert wrong[0].startswith("- counting graph on 2.15: diverged: documented log, line 3, step 3, w: expected 1.5")
    assert wrong[1].startswith("- od d&amp;&lt;i&gt; graph on 2.15: diverged: documented log, line 3, step 3, w: ")


def test_a_comment_tells_where_bits_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = made(project, "markdown", capsys)
    assert "<details><summary>2 borders at which bits change</summary>" in text
    assert "- od d&amp;&lt;i&gt; graph: 2.15 has bits B, 2.4 has A" in text


def test_nothing_foreign_in_a_comment_is_markup(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = made(project, "markdown", capsys)
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    for tag in ("<script", "<img", "<b>", "<i>"):
        assert tag not in html, tag
    assert "\x1b" not in text and "\u202e" not in text
    assert "&lt;script&gt;alert(1)" in html


def test_a_comment_is_never_longer_than_one_may_be(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness.report import pull_request

    monkeypatch.setattr(pull_request, "_LONGEST", 1500)
    target = project / "short.md"
    assert main(["--root", str(project), "report", "--format", "markdown", "-o", str(target)]) == 0
    text = target.read_text()
    assert len(text) <= 1500
    assert text.count("<details>") == text.count("</details>")
    assert text.endswith("The rest is left out; `harness report -o site/` has all of it.\n")


def test_junit_has_a_test_for_each_run_in_each_release(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(made(project, "junit", capsys))
    suites = {suite.attrib["name"]: suite for suite in root}
    numbers = {
        name: [int(suite.attrib[key]) for key in ("tests", "failures", "errors", "skipped")]
        for name, suite in suites.items()
    }
    assert numbers == {"tf1.15": [3, 0, 0, 1], "tf2.4": [3, 0, 1, 0], "tf2.15": [3, 3, 0, 0]}
    failed = suites["tf2.4"].find("testcase/error")
    assert failed is not None and failed.text is not None
    assert failed.attrib["message"].startswith("failed: ValueError: <script>alert(1)</script>")
    assert "Traceback <script>" in failed.text and "\\x1b[31m" in failed.text


def test_a_file_that_cannot_be_written_is_said_before_anything_is_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "report", "--format", "junit", "-o", str(project)]) == 2
    assert "is a folder; --output writes a file" in capsys.readouterr().err
