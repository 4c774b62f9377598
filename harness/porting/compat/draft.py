"""A draft of a port to ``tf.compat.v1``, all of it in its order."""

import ast

from harness.porting.compat.imports import as_compat, with_helpers, with_moved, without_unused
from harness.porting.compat.left import with_left
from harness.porting.compat.names import names_of
from harness.porting.compat.rewrite import rewritten
from harness.porting.compat.upgrade import upgraded
from harness.porting.draft import Aim, Draft, marks_in, with_head


def draft_compat(text: str, aim: Aim) -> Draft:
    """Draft a port of a text of Python 3.

    What TensorFlow 1 had and ``tf.compat.v1`` has not is rewritten first, then ``tf_upgrade_v2`` does its part, then
    what is left undone is marked. Raises UsageError where the target has no upgrader, ValueError for what is no Python.
    """
    text = with_moved(text)
    done = rewritten(text, aim.origin)
    text = without_unused(done.text, done.helpers.values())
    before = text
    upgrade = upgraded(text, aim.python)
    text = as_compat(upgrade.text)
    tf = names_of(ast.parse(text)).tf
    if done.helpers:
        text = with_helpers(text, done.helpers, tf)
    text = with_left(text, aim.release, aim.origin)
    text = with_head(text, f"to tf.compat.v1 of TensorFlow {aim.release} by harness port --to compat")
    changes = [*done.changes, *([upgrade.by] if upgrade.text != before else [])]
    return Draft(text, marks_in(text), tuple(changes))
