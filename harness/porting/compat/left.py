"""What a draft leaves undone, by what was read off the releases: marks for all that its target does not have."""

import ast
from dataclasses import replace
from pathlib import Path

from harness.lint.finding import ERROR
from harness.lint.rules import Question, findings_on
from harness.lint.script import script_of
from harness.porting.draft import reasons_above, with_marks
from harness.porting.edits import statement_lines
from harness.symbols.naming import plain_name
from harness.symbols.timeline import Timeline, read_timeline

# The symbol is gone, not there yet, or in no release: what is known of it stands under its plain name.
_NOT_THERE = ("TFH101", "TFH102", "TFH103")
_DRAFT = Path("draft.py")
# tf.compat.v1 has itself once more, which the scan of the releases leaves out.
_NESTED = "tf.compat.v1.compat."
_MNIST = (
    "tensorflow.examples.tutorials",
    "tensorflow.g3doc.tutorials",
    "tensorflow.contrib.learn.python.learn.datasets",
)
_COPY = (
    "TensorFlow 2 has no tensorflow.examples.tutorials: copy input_data.py of TensorFlow 1.15 "
    "(tensorflow/examples/tutorials/mnist) beside this script and import that; harness run --stand-in brings one"
)


def with_left(text: str, release: str, origin: str) -> str:
    """Give a draft with a mark above each statement that its release lacks something for."""
    timeline = read_timeline()
    if release not in timeline.releases:
        return text
    tree = ast.parse(text)
    lines = statement_lines(tree)
    reasons: dict[int, list[str]] = {}
    rows = text.split("\n")
    for line, reason in [*_examples(tree), *_lacking(text, timeline, release, origin)]:
        first = lines.get(line, line)
        # A rule that knows why has said more of it already.
        if not any(mark.startswith(_about(reason)) for mark in reasons_above(rows, first - 1)):
            reasons.setdefault(first, []).append(reason)
    return with_marks(text, reasons)


def _about(reason: str) -> str:
    return reason.partition(" is ")[0] + " is "


def _examples(tree: ast.Module) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if any(name.startswith(_MNIST) for name in modules):
            assert isinstance(node, ast.stmt)
            found.append((node.lineno, _COPY))
    return found


def _lacking(text: str, timeline: Timeline, release: str, origin: str) -> list[tuple[int, str]]:
    script = script_of(text, timeline)
    origin_place = timeline.place(origin) if origin in timeline.releases else None
    question = Question(timeline, timeline.place(release), origin_place)
    found = []
    for use in script.uses:
        if any(name.startswith(("tf.examples.", "tf.g3doc.", _NESTED)) for name in use.names):
            continue
        for finding in findings_on(question, use, _DRAFT):
            if finding.severity == ERROR:
                plain = tuple(plain_name(name) for name in use.names)
                told = findings_on(question, replace(use, names=plain), _DRAFT) if finding.code in _NOT_THERE else ()
                said = next((each for each in told if each.severity == ERROR), finding)
                advice = f"; {said.advice}" if said.advice else ""
                advice += _in_compat(use.names[0], timeline, question.target) if finding.code in _NOT_THERE else ""
                found.append((said.line, " ".join(f"{said.message}{advice}".split())))
    return list(dict.fromkeys(found))


def _in_compat(name: str, timeline: Timeline, target: int) -> str:
    """That an earlier release has a symbol of ``tf.compat.v1``: those that are Keras' went with Keras 3."""
    if not name.startswith("tf.compat.v1."):
        return ""
    last = next((place for place in range(target - 1, -1, -1) if timeline.at(name, place) is not None), None)
    return f"; tf.compat.v1 has it up to {timeline.releases[last]}" if last is not None else ""
