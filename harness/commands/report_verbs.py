"""The verb that makes a report, and what it takes."""

from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.files.options import folder


def declare_report(verbs: Verbs) -> None:
    """Declare ``harness report``."""
    verb = verbs.add_parser(
        "report", help="results, cases and the atlas as pages to read, without a server or a network"
    )
    verb.add_argument("folders", type=Path, nargs="*", metavar="FOLDER", help="results folders (default: results)")
    verb.add_argument(
        "-o",
        "--output",
        type=folder,
        metavar="PLACE",
        help="the site's folder (default: site); with another format a file (default: standard output)",
    )
    verb.add_argument(
        "--format",
        choices=("html", "markdown", "junit"),
        default="html",
        help="a site; Markdown for a pull request; JUnit XML, a test for each run in each release",
    )
    verb.add_argument(
        "--releases",
        nargs="?",
        const="",
        metavar="NAMES",
        help="the releases that there should be, 1.15,2.20 or all (default: those of plain tox)",
    )
    verb.add_argument("--slow", action="store_true", help="with the slow cases")
    verb.add_argument(
        "--code",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="a file or folder whose symbols the migration table has, too; may be repeated",
    )
    verb.set_defaults(execute=later("report"), stale=True, require_all=False)
