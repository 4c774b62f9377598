"""The verbs that read documents, and what each takes."""

import argparse
from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.commands.scene_words import add_scenes
from harness.commands.shared_options import add_env, add_experiments, add_targets
from harness.files.options import positive, seconds


def declare_check(verbs: Verbs) -> None:
    """Declare ``check``: a document's examples against its logs."""
    verb = verbs.add_parser(
        "check",
        help="run the examples of a document, note, notebook or page as they stand, each against the log that it shows",
    )
    verb.add_argument(
        "documents",
        nargs="+",
        metavar="DOCUMENT",
        help="Markdown, a notebook, a saved page, reStructuredText, plain text, a script, or a folder of them; with a "
        "release or day behind @, guide.md@1.4 (default: what its author had, by its day or by what it uses)",
    )
    verb.add_argument("--root", type=Path, default=argparse.SUPPRESS, help="the project whose releases are meant")
    add_targets(verb)
    verb.add_argument(
        "--all", action="store_true", help="run it in every release that has all it uses and is here; show the matrix"
    )
    verb.add_argument("--block", type=positive, metavar="N", help="only the example with the N-th block of code")
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all of it into a file, too")
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("check"))


def declare_import(verbs: Verbs) -> None:
    """Declare ``import``: a document's example as a case."""
    verb = verbs.add_parser(
        "import", help="write an example of a document, with the log that it shows, as a new case of the project"
    )
    verb.add_argument("document", metavar="DOCUMENT", help="as for check; with a release or day behind @, guide.md@1.4")
    verb.add_argument("--case", required=True, metavar="NAME", help="the new case: cases/NAME/ and golden/NAME/")
    verb.add_argument("--block", type=positive, metavar="N", help="the example with the N-th block of code")
    verb.add_argument("--title", metavar="TEXT", help="one line on what it shows (default: the document's own)")
    add_targets(verb)
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("import_case"), all=False)
