"""The site: all of its pages, written into a folder that needs no server and no network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness import __version__
from harness.files.atomic_file import prepare_folder, write_beside
from harness.report.articles import Article, read_article, render_markdown
from harness.report.case_pages import case_values
from harness.report.links import case_page, plot_data
from harness.report.material import Material
from harness.report.matrix_page import matrix_values
from harness.report.migration import migration_rows, releases_known
from harness.report.templating import ASSETS, page
from harness.words.errors import UsageError

# What says that a folder is a site of ours, which may be written over.
_MARK = "harness-report.txt"
_FOLDERS = ("pitfalls", "stages", "atlas")


@dataclass(frozen=True)
class _File:
    """A file of the site: its place in it, and what is in it."""

    place: str
    content: str | bytes


def write_site(material: Material, folder: Path) -> int:
    """Write the site, and give how many files it has. Files of an earlier one that this one has not are removed.

    Raises UsageError where the folder cannot be written, or holds something else than a site, and for what cannot be
    read of the cases.
    """
    before = _files_before(folder)
    written = set()
    for file in _files(material):
        write_beside(folder / file.place, file.content)
        written.add(file.place)
    write_beside(folder / _MARK, "".join(f"{place}\n" for place in sorted(written)))
    for place in before - written:
        (folder / place).unlink(missing_ok=True)
    return len(written)


def _files_before(folder: Path) -> set[str]:
    prepare_folder(folder)
    mark = folder / _MARK
    if not mark.is_file():
        if any(folder.iterdir()):
            message = "holds something else than a report; name a folder that is empty or not there"
            raise UsageError(message, folder)
        return set()
    places = mark.read_text(encoding="utf-8", errors="replace").splitlines()
    # Nothing that somebody wrote into that file leads out of the folder.
    return {place for place in places if place and (folder / place).resolve().is_relative_to(folder.resolve())}


def _files(material: Material) -> Iterator[_File]:
    shared: dict[str, object] = {"version": __version__}
    yield _File("index.html", page("matrix.html", {**shared, "here": "matrix", **matrix_values(material)}))
    for case in material.cases:
        values, data = case_values(material, case)
        place = case_page(case.name)
        yield _File(place, page("case.html", {**shared, "here": "", **values}, depth=place.count("/")))
        if data:
            yield _File(plot_data(case.name), data)
    yield _File("migration.html", page("migration.html", {**shared, "here": "migration", **_migration(material)}))
    yield _File("errata.html", page("errata.html", {**shared, "here": "errata", **_errata(material)}))
    yield _File("provenance.html", page("provenance.html", {**shared, "here": "provenance", **_provenance(material)}))
    yield from _articles(material, shared)
    for asset in sorted(ASSETS.iterdir()):
        yield _File(f"assets/{asset.name}", asset.read_bytes())


def _migration(material: Material) -> dict[str, object]:
    scripts = {run.style.script: run.case.name for run in material.runs}
    links = {case.name: case_page(case.name) for case in material.cases}
    rows = migration_rows(scripts, material.code)
    atlas = {path.stem for path in (material.docs / "atlas").glob("*.md")}
    return {"rows": rows, "links": links, "releases": releases_known(), "atlas": atlas, "code": material.code}


def _errata(material: Material) -> dict[str, object]:
    errata = [(case, erratum) for case in material.cases for erratum in case.errata]
    claims = [(case, claim) for case in material.cases for claim in case.claims]
    return {
        "errata": sorted(errata, key=lambda each: (each[0].note.key, each[1].line)),
        "claims": sorted(claims, key=lambda each: (each[0].note.key, each[1].line)),
        "pages": {case: case_page(case.name) for case in material.cases},
    }


def _provenance(material: Material) -> dict[str, object]:
    logs = [
        (run.subject, case_page(run.case.name), run.case, run.variant, material.places.get(run.subject, ""))
        for run in {(run.case, run.variant): run for run in material.runs}.values()
    ]
    return {"notes": list(material.notes.values()), "logs": logs}


def _articles(material: Material, shared: dict[str, object]) -> Iterator[_File]:
    """Every page of the documentation, where it lies in it; and for each folder a list of its pages."""
    articles = [read_article(path, material.docs) for path in sorted(material.docs.glob("**/*.md"))]
    for article in articles:
        place = f"docs/{article.path.with_suffix('.html').as_posix()}"
        here = article.path.parts[0] if len(article.path.parts) > 1 else ""
        values = {**shared, "here": here, "article": article}
        yield _File(place, page("article.html", values, depth=place.count("/")))
    for name in _FOLDERS:
        yield _File(f"docs/{name}/index.html", page("list.html", {**shared, **_list(name, articles)}, depth=2))


def _list(name: str, articles: Sequence[Article]) -> dict[str, object]:
    inside = [each for each in articles if each.path.parts[0] == name]
    first = next((each for each in inside if each.path.stem == "README"), None)
    return {
        "here": name,
        "title": first.title if first is not None else name.capitalize(),
        "introduction": first.html if first is not None else render_markdown(""),
        "articles": [each for each in inside if each is not first],
    }
