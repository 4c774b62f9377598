"""The site as a whole: valid pages, links that lead somewhere, nothing from elsewhere, foreign text as text."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli import main
from harness.report.articles import Article, render_markdown
from harness.report.templating import standalone_page
from tests.report.hostile import RED, hostile_project
from tests.report.pages import Page, read_site, target_of

WEB = ("https://", "http://")
# What the site itself runs; all else would be somebody's.
OWN_SCRIPTS = {"site.js", "plots.js"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile project."""
    project = hostile_project(tmp_path_factory.mktemp("hostile"))
    assert main(["--root", str(project), "report", "-o", str(project / "site"), "--releases"]) == 0
    return project / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Its pages; reading them fails where one is not valid."""
    return read_site(site)


def page(pages: dict[Path, Page], name: str) -> Page:
    [found] = [each for path, each in pages.items() if path.as_posix().endswith(name)]
    return found


def test_no_name_stands_twice_on_a_page(pages: dict[Path, Page]) -> None:
    assert {path.name: ids for path, each in pages.items() if len(ids := each.ids) != len(set(ids))} == {}


def test_every_link_leads_to_a_place_that_there_is(site: Path, pages: dict[Path, Page]) -> None:
    broken = []
    for each in pages.values():
        for address in each.links():
            if address.startswith((*WEB, "data:")):
                continue
            path, name = target_of(each, address)
            inside = path.is_relative_to(site.resolve()) and path.is_file()
            if not inside or (name and path in pages and name not in pages[path].ids):
                broken.append((each.path.name, address))
    assert broken == []


def test_no_page_loads_anything_from_elsewhere(pages: dict[Path, Page]) -> None:
    loaded = {address for each in pages.values() for address in each.loads()}
    assert {address for address in loaded if not re.fullmatch(r"(\.\./)*assets/[\w.]+|data:,", address)} == set()


def test_the_style_and_the_scripts_load_nothing_from_elsewhere(site: Path) -> None:
    for name in ("site.css", "site.js", "plots.js", "uPlot.min.css", "uPlot.iife.min.js"):
        text = (site / "assets" / name).read_text()
        assert not re.search(r"url\((?!data:)|@import|fetch\(|XMLHttpRequest|https?://(?!github\.com)", text), name


def test_no_foreign_element_or_handler_is_on_any_page(pages: dict[Path, Page]) -> None:
    for each in pages.values():
        scripts = [element for element in each.elements if element.tag == "script"]
        assert {Path(element.attrib["src"]).name for element in scripts} <= OWN_SCRIPTS
        assert not [element.tag for element in each.elements if element.tag in ("img", "iframe", "object", "style")]
        assert not [name for element in each.elements for name in element.attrib if name.startswith("on")]


def test_what_scripts_logs_and_results_say_is_there_as_text(pages: dict[Path, Page]) -> None:
    text = page(pages, "cases/od d&<i>.html").text
    assert "<script>alert(1)</script> & <b>bold</b> \\x1b[31m" in text
    assert "says <script>alert(3)</script>" in text
    assert "</q><script>alert(5)</script>" in text
    assert "1 <script>alert(1)</script> 0.5 <b>" in text
    raised = "ValueError: <script>alert(1)</script><img src=x onerror=alert(2)>\"'`&amp; "
    assert raised + "\\x1b[31mred\\x1b[0m \\u202eturned" in text
    assert "A <script>alert(6)</script> in a comment, and code in it." in text
    assert '"</code></td><script>alert(7)</script>"' in text
    assert "1.19.5<script>alert(1)</script>" in page(pages, "site/index.html").text


def test_no_file_of_the_site_holds_a_character_that_does_something(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.rglob("*.data.js")]:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", path.read_text()), path


def test_a_cell_leads_to_its_run(pages: dict[Path, Page]) -> None:
    matrix = page(pages, "site/index.html")
    addresses = [address for address in matrix.links() if "@" in address and "od" in address]
    page_of_it = "cases/od%20d%26%3Ci%3E.html"
    runs = [f"{style}@{release}" for style in ("graph", "eager") for release in ("1.15", "2.4", "2.15")]
    assert {f"{page_of_it}#{run}" for run in runs} <= set(addresses)
    for address in addresses:
        path, name = target_of(matrix, address)
        assert name in pages[path].ids


def test_bits_that_change_are_marked_in_words(pages: dict[Path, Page]) -> None:
    text = page(pages, "site/index.html").text
    assert "od d&<i> graph: 2.15 has bits B, 2.4 has A" in text


def test_the_numbers_of_the_plots_are_a_script_of_their_own(site: Path) -> None:
    text = (site / "cases" / "od d&<i>.data.js").read_text()
    assert text.startswith("harnessPlots([") and text.endswith("]);\n")
    [w] = json.loads(text.removeprefix("harnessPlots(").removesuffix(");\n"))
    assert (w["field"], w["x"]) == ("w", [1, 2, 3])
    documented, early, late = w["curves"][:3]
    assert documented["text"] == ["0.5", "1.0", "1.5"]
    assert (early["style"], early["releases"], early["y"]) == ("graph", "1.15-2.4", [0.5, 1.0, 1.5])
    assert late["text"] == ["0.5", "1.0000001", "1.75"]
    assert late["fromLog"] == ["as printed", "as printed", "2097152 ULP"]


def test_a_second_report_replaces_the_first_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = hostile_project(tmp_path)
    site = project / "site"
    assert main(["--root", str(project), "report", "-o", str(site)]) == 0
    (site / "mine.txt").write_text("kept")
    shutil.rmtree(project / "cases" / "od d&<i>")
    shutil.rmtree(project / "golden" / "od d&<i>")
    assert main(["--root", str(project), "report", "-o", str(site)]) == 0
    assert not (site / "cases" / "od d&<i>.html").exists()
    assert (site / "cases" / "counting.html").exists() and (site / "mine.txt").exists()
    strange = project / "strange"
    strange.mkdir()
    (strange / "thesis.txt").write_text("mine")
    capsys.readouterr()
    assert main(["--root", str(project), "report", "-o", str(strange)]) == 2
    assert "holds something else than a report" in capsys.readouterr().err
    assert [path.name for path in strange.iterdir()] == ["thesis.txt"]


def test_the_first_page_of_every_release_is_under_300_kilobytes(site: Path, root: Path, tmp_path: Path) -> None:
    """All cases of the project, with results of a few releases under the names of all."""
    results = root / "results"
    if len(list(results.glob("tf*.json"))) < 2:
        pytest.skip("there are no results; tox makes them")
    command = ["-m", "benchmarks.report", "--results", str(results), "--keep", str(tmp_path / "site")]
    done = subprocess.run([sys.executable, *command], cwd=root, check=True, capture_output=True, text=True)
    [size] = re.findall(r"first page with style and script (\d+) kB", done.stdout)
    assert int(size) < 300


@pytest.mark.long
def test_the_checker_of_the_w3c_finds_no_error(site: Path) -> None:
    jar = os.environ.get("HARNESS_VNU", "")
    if not jar or shutil.which("java") is None:
        pytest.skip("needs java, and HARNESS_VNU with the path of vnu.jar (npm pack vnu-jar)")
    command = ["java", "-jar", jar, "--errors-only", "--skip-non-html", str(site)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_standalone_page_has_all_that_it_needs_inside(tmp_path: Path) -> None:
    article = render_markdown("# A comparison\n\n<script>alert(1)</script>\n")
    values = {"here": "", "version": "1", "article": Article(Path("a.md"), f"x{RED}", article, "")}
    (tmp_path / "one.html").write_text(standalone_page("article.html", values))
    [alone] = read_site(tmp_path).values()
    assert list(alone.loads()) == ["data:,"]
    assert {element.tag for element in alone.elements} >= {"style", "script"}
    assert not [address for address in alone.links() if not address.startswith(("#", "data:"))]
    assert "x\\x1b[31mred\\x1b[0m" in alone.text
    assert "<script>alert(1)</script>" in alone.text
