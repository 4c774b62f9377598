"""The page of a survey: one file, escaped, with a table whose filters stand in its address."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.report.causes import cause_pages
from harness.report.survey_page import survey_page
from harness.survey.answers import (
    Answers,
    Cause,
    Compared,
    Kind,
    Known,
    Need,
    Ported,
    Ran,
    Remark,
    Repeated,
    Survey,
    Wanting,
)
from harness.words.verdict import Verdict
from tests.projects import write_project
from tests.report.browser import DESKTOP, PHONE, visit
from tests.report.hostile import EVIL, SCRIPT_TAG
from tests.report.pages import Page, read_page
from tests.survey import made


def written(folder: Path, survey: Survey) -> Path:
    path = folder / "index.html"
    path.write_text(survey_page(survey), encoding="utf-8")
    return path


def page_of(folder: Path, survey: Survey) -> Page:
    return read_page(written(folder, survey))


def rows(page: Page) -> list[list[str]]:
    (table,) = (each for each in page.elements if each.attrib.get("id") == "files")
    return [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]


def evil() -> Survey:
    """A survey in which everything that a file, a run or a person can say does something on a page."""
    remark = Remark(1, 1, f"TFH{EVIL}", "error", f"message {EVIL}", f"advice {EVIL}")
    known = Known(
        Kind.SCRIPT,
        f"1.15 {EVIL}",
        f"why {EVIL}",
        (f"1.15 {EVIL}",),
        2,
        (remark,),
        (Need(Wanting.DATA, f"data {EVIL}", 1, f"--stand-in {EVIL}"),),
        (f"own {EVIL}",),
    )
    failed = Ran(
        "1.15", f"raised {EVIL}", f"reason {EVIL}", f"cause {EVIL}", f"`change` {EVIL}", 1, 0.5, (EVIL,), (EVIL,)
    )
    fails = Answers(f"a {EVIL}.py", f"a {EVIL}.py", known, (failed,), trouble=f"trouble {EVIL}")
    port = Ported("eager", runs=True, words=f"words {EVIL}", marks=(remark,), changes=(EVIL,), details=(EVIL,))
    held = Compared(
        f"eager {EVIL}",
        Verdict.DIVERGED,
        1,
        2,
        f"first {EVIL}",
        f"stage {EVIL}",
        (Cause(f"cause {EVIL}", EVIL, EVIL),),
        (EVIL,),
    )
    differs = Answers(
        f"b {EVIL}.py",
        f"b {EVIL}.py",
        known,
        (replace(failed, ended="well"),),
        Repeated(True),
        (port, Ported(f"other {EVIL}", drafted=False, problem=f"problem {EVIL}")),
        held,
    )
    unsteady = replace(differs, name="c.py", repeated=Repeated(False, EVIL, EVIL, EVIL), ported=(), compared=None)
    return Survey(EVIL, EVIL, EVIL, (EVIL,), True, EVIL, EVIL, (fails, differs, unsteady))


def test_it_is_one_file_of_valid_html_that_asks_for_nothing(tmp_path: Path) -> None:
    for survey in (made.five(), made.texts(), made.survey(), made.many()):
        page = page_of(tmp_path, survey)
        assert [address for address in page.loads() if not address.startswith("data:")] == []
        assert len(page.ids) == len(set(page.ids))
        assert page.path.stat().st_size < 600_000


def test_the_table_has_the_worst_first_and_says_what_is_in_the_way(tmp_path: Path) -> None:
    page = page_of(tmp_path, made.five())
    assert rows(page) == [
        ["file", "left", "standing", "own", "lint", "needs", "run", "again", "compat", "eager", "in the way"],
        ["tables/prices.py", "2", "needs something", "1.15", "1/1", "1", "raised", "", "", "", "package pandas"],
        [
            "mnist/dropout_with_a_long_name/train_convolutional.py",
            *("2", "port differs", "1.15", "1/1", "", "well", "yes", "none", "runs", "dropout-keep-prob"),
        ],
        ["draws.ipynb", "2", "does not repeat itself", "1.15", "1/1", "", "well", "no", "", "", "seed-missing"],
        ["mnist/softmax.py", "0", "port proved", "1.15", "1/1", "", "well", "yes", "proved", "runs", ""],
    ]
    assert "and 1 file without TensorFlow" in page.text


def test_a_survey_of_texts_has_no_columns_for_runs(tmp_path: Path) -> None:
    heads, first, *_ = rows(page_of(tmp_path, made.texts()))
    assert heads == ["file", "left", "standing", "own", "lint", "fits 1.15", "fits 2.15", "needs", "in the way"]
    assert first == ["a.py", "3", "not run", "1.15", "1/1", "yes", "no", "2", "package pandas, data MNIST"]


def test_a_file_has_its_runs_needs_ports_and_causes(tmp_path: Path) -> None:
    page = page_of(tmp_path, made.five())
    text = " ".join(page.text.split())
    assert "needs-package: pandas, line 2: --with pandas" in text
    assert "on 1.15: raised, 0 lines in 0.0 s ModuleNotFoundError: No module named 'pandas'" in text
    assert "compat: no draft: no counterpart of tf.contrib.rnn" in text
    assert "compat: proved: the same numbers eager: runs, not proved" in text
    assert "eager: runs, not proved: both part in step 1" in text
    assert "line 7: tf.contrib.crf.crf_log_likelihood has no counterpart" in text
    assert "diverged: 12 of 20 lines agree; both part in the stage forward" in text
    assert "dropout-keep-prob, confirmed: give rate=1 - keep_prob" in text
    assert "line 3 TFH101 error: tf.Session is gone in 2.15; 1.15 had it tf.compat.v1.Session" in text


def test_every_link_of_it_leads_to_a_part_of_it_or_to_a_filter(tmp_path: Path) -> None:
    page = page_of(tmp_path, made.five())
    inside = {address[1:] for address in page.links() if address.startswith("#")}
    assert {each for each in inside if "=" not in each} <= set(page.ids)
    assert {"cause-dropout-keep-prob", "cause-seed-missing", "cause-needs-package"} <= inside
    assert {"standing=port+differs", "way=package+pandas"} <= inside
    assert all(each.startswith(("#", "https://", "data:")) for each in page.links())


def test_what_files_runs_and_people_say_is_no_markup(tmp_path: Path) -> None:
    page = page_of(tmp_path, evil())
    assert SCRIPT_TAG in page.text
    source = page.path.read_text(encoding="utf-8")
    assert "\x1b" not in source and "\u202e" not in source
    scripts = [each for each in page.elements if each.tag == "script"]
    assert all("alert(1)" not in (each.text or "") for each in scripts)
    assert not [each for each in page.elements if each.tag == "img"]
    assert not [name for each in page.elements for name in each.attrib if name.startswith("on")]


def test_a_file_with_many_remarks_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    many = replace(made.proved("a.py"), known=made.known(remarks=(made.GONE,) * 100))
    text = page_of(tmp_path, made.survey(many)).text
    assert "100 remarks of the linter at 2.15" in text and "and 40 more" in text


def test_pages_on_causes_have_no_names_of_their_own_and_errors_are_sections(tmp_path: Path) -> None:
    pages = {
        "docs/pitfalls/dropout.md": "<!-- made -->\n# Dropout `rate`\n\n## What one\n\n[up](../lint.md) <b>it</b>\n",
        "docs/pitfalls/errors.md": "# Errors\n\n## session-gone\n\nThere is none.\n",
    }
    folder = write_project(tmp_path, pages) / "docs" / "pitfalls"
    found = cause_pages({"dropout", "session-gone", "nothing-of-it", ""}, folder)
    assert {name: (page.anchor, page.title, page.html) for name, page in found.items()} == {
        "dropout": (
            "cause-dropout",
            "Dropout `rate`",
            "<h2>What one</h2>\n<p><a>up</a> &lt;b&gt;it&lt;/b&gt;</p>\n",
        ),
        "session-gone": ("cause-session-gone", "session-gone", "<p>There is none.</p>\n"),
    }


@pytest.mark.long
def test_filters_order_and_links_work_and_stand_in_the_address(tmp_path: Path) -> None:
    path = written(tmp_path, made.five())
    with visit(path) as there:
        page = there.page
        shown = page.locator("#files tbody tr:visible")
        assert page.inner_text("#shown") == "4 of 4 files"
        page.select_option("[name=standing]", "port differs")
        assert shown.count() == 1 and page.locator("details.file:visible").count() == 1
        assert page.url.endswith("#standing=port+differs")
        page.reload()
        assert page.inner_text("#shown") == "1 of 4 files"
        page.select_option("[name=standing]", "")
        assert page.url == path.resolve().as_uri()
        page.fill("[name=file]", "MNIST")
        assert shown.count() == 2
        page.fill("[name=file]", "")
        page.click("text=cause seed-missing")
        assert [each.split("\t")[0] for each in shown.all_inner_texts()] == ["draws.ipynb"]
        page.click("text=needs something >> nth=0")
        assert [each.split("\t")[0] for each in shown.all_inner_texts()] == ["tables/prices.py"]
        page.select_option("[name=standing]", "")
        page.get_by_role("button", name="file", exact=True).click()
        assert shown.first.locator("th").inner_text() == "draws.ipynb"
        page.get_by_role("button", name="left", exact=True).click()
        page.get_by_role("button", name="left", exact=True).click()
        assert shown.first.locator("th").inner_text() == "mnist/softmax.py"
        page.click("#files >> text=draws.ipynb")
        part = page.locator("details.file[open]")
        assert part.count() == 1 and part.locator("summary").first.inner_text().startswith("draws.ipynb")
        part.locator("a", has_text="seed-missing").click()
        assert page.locator("details.cause[open]").count() == 1
        assert there.complaints == []


@pytest.mark.long
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("survey", [made.many(), evil()], ids=["many", "evil"])
def test_in_a_browser_it_is_no_wider_than_the_screen_and_asks_for_nothing(
    survey: Survey, size: tuple[int, int], tmp_path: Path
) -> None:
    path = written(tmp_path, survey)
    with visit(path, size) as there:
        there.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert there.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert there.complaints == []
        assert [each for each in there.requests if not each.startswith((path.resolve().as_uri(), "data:"))] == []
        filters = there.page.locator("[name=way] option")
        for value in [each.get_attribute("value") or each.inner_text() for each in filters.all()][1:]:
            there.page.select_option("[name=way]", value)
            assert there.page.locator("#files tbody tr:visible").count() > 0
