"""``harness pages``: make the parts of the pitfall pages that come from the cases and from results anew."""

import argparse
from pathlib import Path

from harness.commands.common import root_of, say
from harness.files.atomic_file import write_beside
from harness.pages.between_comments import Source, remake
from harness.results.store import read_folder
from harness.words.errors import UsageError

FOLDER = Path("docs") / "pitfalls"


def execute(options: argparse.Namespace) -> int:
    """Write the pages that changed and name them. Raises UsageError for a part that cannot be made."""
    root = root_of(options)
    pages = sorted((root / FOLDER).glob("*.md"))
    if not pages:
        raise UsageError("there are no pages", root / FOLDER)
    source = Source(root, read_folder(options.results) if options.results is not None else ())
    # All of them before any: a mistake in the last one leaves no half of them new.
    made = {page: remake(page, source) for page in pages}
    changed = [page for page, text in made.items() if text != page.read_text(encoding="utf-8")]
    for page in changed:
        if not options.check:
            write_beside(page, made[page])
        say(f"{page.relative_to(root)} {'is not up to date' if options.check else 'written'}")
    return 1 if options.check and changed else 0
