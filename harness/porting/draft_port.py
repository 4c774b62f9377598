"""All ways of drafting a port, by what is drafted."""

from collections.abc import Callable
from dataclasses import replace

from harness.porting.compat.draft import draft_compat
from harness.porting.compat.imports import with_moved
from harness.porting.compat.rewrite import in_order
from harness.porting.data_sets import CHANGE as DATA
from harness.porting.data_sets import with_data_sets
from harness.porting.draft import Aim, Draft, is_draft, marks_in
from harness.porting.eager.draft import draft_eager
from harness.porting.keras.draft import draft_keras
from harness.porting.late_imports import with_late_imports
from harness.porting.packages import CHANGE as PACKAGES
from harness.porting.packages import with_packages
from harness.porting.python3 import as_python3
from harness.porting.sets import CHANGE as SORTED
from harness.porting.sets import with_sorted_sets
from harness.scripts.python2 import is_python2

# By the word behind ``--to``. What drafts takes a text of Python 3.
DRAFTERS: dict[str, Callable[[str, Aim], Draft]] = {
    "compat": draft_compat,
    "eager": draft_eager,
    "keras": draft_keras,
}


def draft_port(text: str, to: str, aim: Aim) -> Draft:
    """Draft a port of a script: ``compat``, ``eager`` or ``keras``, of Python 2 as well.

    Raises UsageError where the interpreter of the target cannot be asked, ValueError, with the line, for a text that no
    Python reads.
    """
    changes: tuple[str, ...] = ()
    if not is_draft(text) and (aim.python2 or is_python2(text)):
        python3 = as_python3(text)
        text, changes = python3.text, python3.changes
    as_it_was, text = text, with_sorted_sets(text)
    if text != as_it_was:
        changes = (*changes, SORTED)
    as_it_was, text = text, text if is_draft(text) else with_data_sets(text, aim.origin)
    if text != as_it_was:
        changes = (*changes, DATA)
    as_it_was, text = text, text if is_draft(text) else with_packages(text)
    if text != as_it_was:
        changes = (*changes, PACKAGES)
    if to != "compat" and not is_draft(text):
        ordered = in_order(with_moved(text), aim.origin)
        text, changes = ordered.text, (*changes, *ordered.changes)
    draft = DRAFTERS[to](text, aim)
    made = with_late_imports(draft.text)
    return replace(draft, text=made, marks=marks_in(made), changes=(*changes, *draft.changes))
