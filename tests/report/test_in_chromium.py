"""The site in headless Chromium, from its files: filters, links, plots, keyboard, both widths, nothing from outside."""

from pathlib import Path

import pytest

from harness.cli import main
from tests.report.browser import DESKTOP, PHONE, visit
from tests.report.hostile import hostile_project

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = hostile_project(tmp_path_factory.mktemp("hostile"))
    assert main(["--root", str(project), "report", "-o", str(project / "site"), "--code", str(project / "cases")]) == 0
    return project / "site"


@pytest.fixture(scope="module")
def case(site: Path) -> Path:
    return site / "cases" / "od d&<i>.html"


def test_filters_leave_the_rows_and_columns_that_are_wanted(site: Path) -> None:
    with visit(site / "index.html") as there:
        rows = there.page.locator("#matrix tbody tr:visible")
        assert rows.count() == 3
        there.page.fill("[name=case]", "COUNT")
        assert rows.all_inner_texts()[0].startswith("counting")
        assert there.page.inner_text("#shown") == "1 of 3 rows"
        there.page.fill("[name=case]", "")
        there.page.select_option("[name=style]", "eager")
        assert rows.count() == 1
        there.page.select_option("[name=style]", "")
        there.page.select_option("[name=verdict]", "failed")
        assert [text.split()[:3] for text in rows.all_inner_texts()] == [["od", "d&<i>", "eager"]]
        there.page.select_option("[name=verdict]", "moved")
        assert rows.count() == 2
        there.page.select_option("[name=verdict]", "")
        there.page.select_option("[name=major]", "1")
        assert there.page.locator("#matrix thead th:visible").all_inner_texts() == ["case", "style", "1.15"]
        assert there.page.locator("#matrix tbody tr:first-child td:visible").count() == 2
        assert there.complaints == []


def test_a_cell_leads_to_its_run(site: Path, case: Path) -> None:
    with visit(site / "index.html") as there:
        there.page.click('#matrix a[href$="#eager@2.4"]')
        assert there.page.url == f"{case.resolve().as_uri()}#eager@2.4"
        shown = there.page.locator("tr:target")
        assert shown.locator("td").first.inner_text() == "! failed"
        assert shown.bounding_box() is not None
        box = shown.bounding_box()
        assert box is not None and 0 <= box["y"] < DESKTOP[1]


def test_plots_draw_when_they_are_looked_at_and_tell_exact_values(case: Path) -> None:
    with visit(case, (1280, 300)) as there:
        assert not [url for url in there.requests if "uPlot.iife" in url or "data.js" in url]
        plot = there.page.locator("figure.plot")
        plot.scroll_into_view_if_needed()
        there.page.wait_for_selector("figure[data-drawn=linear] canvas")
        assert [url.rpartition("/")[2] for url in there.requests[-2:]] == [
            "uPlot.iife.min.js",
            "od%20d%26%3Ci%3E.data.js",
        ]
        painted = there.page.evaluate(
            "() => { const c = document.querySelector('figure canvas');"
            " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            " return new Set(Array.from({length: d.length / 4}, (_, i) => d.slice(4 * i, 4 * i + 3).join())).size; }"
        )
        assert painted > 3
        plot.locator(".canvas").focus()
        there.page.keyboard.press("End")
        rows = [text.split("\t") for text in plot.locator("tbody tr").all_inner_texts()]
        assert rows[0][1] == "1.5"
        assert next(row[1:3] for row in rows if "2.15" in row[0]) == ["1.75", "2097152 ULP"]
        there.page.keyboard.press("Home")
        assert plot.locator("thead").inner_text().split("\t")[1] == "value at step 1"
        box = plot.locator(".u-over").bounding_box()
        assert box is not None
        there.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
        assert plot.locator("thead").inner_text().split("\t")[1] == "value at step 2"
        there.page.get_by_role("button", name="Log scale").click()
        there.page.wait_for_selector("figure[data-drawn=log] canvas")
        assert there.complaints == []


def test_the_theme_follows_the_system_and_the_button(site: Path) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    with visit(site / "index.html", dark=True) as there:
        assert there.page.evaluate(paper) == "rgb(20, 23, 27)"
        there.page.get_by_role("button", name="Light").click()
        assert there.page.evaluate(paper) == "rgb(255, 255, 255)"
        there.page.reload()
        assert there.page.evaluate(paper) == "rgb(255, 255, 255)"


def test_on_paper_it_is_light_and_no_wider_than_a_sheet(site: Path, case: Path) -> None:
    for path in (site / "index.html", case):
        with visit(path, (1047, 718), dark=True) as there:
            there.page.emulate_media(media="print")
            assert (
                there.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
                == "rgb(255, 255, 255)"
            )
            assert there.page.evaluate("document.documentElement.scrollWidth") <= 1047
            assert not there.page.locator("header").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_is_wider_than_the_screen_complains_or_leaves_the_folder(site: Path, size: tuple[int, int]) -> None:
    pages = [
        *(
            "index.html",
            "migration.html",
            "errata.html",
            "provenance.html",
            "cases/counting.html",
            "cases/od d&<i>.html",
        ),
        *("docs/pitfalls/index.html", "docs/pitfalls/errors.html", "docs/pitfalls/keras-momentum.html"),
        *("docs/stages/rate.html", "docs/atlas/nn.html", "docs/atlas/index.html", "docs/speed.html"),
    ]
    with visit(site / "index.html", size) as there:
        for name in pages:
            there.page.goto((site / name).resolve().as_uri())
            there.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            there.page.wait_for_timeout(50)
            assert there.page.evaluate("document.documentElement.scrollWidth") <= size[0], name
        outside = [url for url in there.requests if not url.startswith((site.resolve().as_uri(), "data:"))]
        assert (outside, there.complaints) == ([], [])


def test_everything_can_be_reached_by_keyboard(site: Path) -> None:
    with visit(site / "index.html") as there:
        there.page.keyboard.press("Tab")
        assert there.page.evaluate("document.activeElement.textContent") == "To the content"
        reached = set()
        for _ in range(40):
            there.page.keyboard.press("Tab")
            reached.add(
                there.page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.name")
            )
        assert {"case", "style", "verdict", "major", "migration.html", "cases/counting.html#graph@2.15"} <= reached


def test_without_scripts_all_of_it_is_there(site: Path) -> None:
    text = (site / "index.html").read_text()
    assert "<script>" not in text
    assert text.count("<tr") == 4
