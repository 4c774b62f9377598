"""``harness report``: results, cases and the atlas as a site, as Markdown, as JUnit."""

import argparse
from pathlib import Path

from harness.cases.notes import read_notes
from harness.commands.matrix import Shown, read_matrix
from harness.commands.saying import say
from harness.files.atomic_file import prepare_file, write_beside
from harness.releases.release import release_key
from harness.releases.shipped import own_root
from harness.report.junit import as_junit
from harness.report.material import Material, places_in
from harness.report.pull_request import as_comment
from harness.report.site import write_site
from harness.words.errors import UsageError
from harness.words.visible import visible

_SITE = Path("site")


def execute(options: argparse.Namespace) -> int:
    """Write the report; 0 whatever it says, for `harness matrix` is what fails. Raises UsageError for results, cases or
    code that cannot be read, and a place that cannot be written."""
    for path in options.code:
        if not path.exists():
            raise UsageError("there is no such file or folder", path)
    if options.format != "html" and options.output is not None:
        prepare_file(options.output, "--output")
    material = _material(read_matrix(options), options.code)
    if options.format == "html":
        folder = options.output if options.output is not None else material.root / _SITE
        count = write_site(material, folder)
        say(f"{folder / 'index.html'}: {count} files")
        return 0
    text = as_comment(material) if options.format == "markdown" else as_junit(material)
    if options.output is None:
        say(text, end="")
    else:
        write_beside(options.output, visible(text))
    return 0


def _material(shown: Shown, code: list[Path]) -> Material:
    root = shown.suite.root
    return Material(
        root,
        own_root() / "docs",
        read_notes(root / "golden"),
        shown.runs,
        tuple(sorted(shown.targets, key=lambda target: release_key(target.name))),
        shown.matrix,
        places_in(root / "docs" / "provenance.md"),
        tuple(code),
    )
