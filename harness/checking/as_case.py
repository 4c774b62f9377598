"""An example of a document as a case: the files that `harness import` writes."""

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.checking.checked import Checked
from harness.documents.as_trace import as_trace
from harness.documents.document import Document
from harness.documents.restore.templates import templates
from harness.lint.modes import mode_of
from harness.lint.uses import uses_of
from harness.logs.documented import ELISION
from harness.porting.python3 import as_python3
from harness.scripts.either import python3_of
from harness.scripts.python2 import is_python2
from harness.symbols.timeline import read_timeline
from harness.words.styles import STYLES

GRAPH, EAGER = STYLES[0], STYLES[1]
_IMPORT = re.compile(r"^import tensorflow as tf[ \t]*$", re.MULTILINE)
_COMPAT = "import tensorflow.compat.v1 as tf\n\ntf.disable_v2_behavior()"
_STEPS = ("step", "i", "epoch")


@dataclass(frozen=True)
class CaseFiles:
    """The texts of a new case: its ``style``, the script in it, ``case.toml`` and the documented log; ``remarks`` say
    what was not had."""

    style: str
    script: str
    toml: str
    log: str
    remarks: tuple[str, ...] = ()


def as_case(document: Document, checked: Checked, title: str, note: str) -> CaseFiles:
    """Give the files of a case of an example that was run. A script whose one print says all of its log becomes a
    ``trace``; any other is kept as it is, and held against its log line by line."""
    assert checked.reading is not None and checked.side is not None
    source = checked.side.source if document.format == "notebook" else checked.reading.text
    text = as_python3(source).text if is_python2(source) else source
    style = _style(text)
    remarks = []
    if style == GRAPH:
        text, count = _IMPORT.subn(_COMPAT, text, count=1)
        if not count:
            remarks.append("it does not say `import tensorflow as tf`, so it runs on TensorFlow 1 alone")
    lines, derived = _log(checked)
    traced = None
    printed = templates(source)
    template = printed[0].log_template() if len(printed) == 1 else None
    if template is not None and not derived:
        traced = as_trace(text, template, title)
    if traced is None:
        remarks.append(
            "it is kept as a script, and held against its log line by line: more than one print says the log"
        )
    toml = [f"title = {_quoted(title)}", f"note = {_quoted(note)}", f"where = {_quoted(_where(checked))}"]
    if traced is not None:
        toml.append(f"template = {_quoted(traced.template)}")
        toml += _step(traced.template)
        if ELISION in lines:
            toml.append(f"records = {len(checked.side.lines)}")
    if derived:
        toml.append(f"derived = {_quoted(derived)}")
    toml += ["", f"[styles.{style}]", ""]
    script = traced.text if traced is not None else text
    return CaseFiles(style, script.rstrip("\n") + "\n", "\n".join(toml), "\n".join(lines) + "\n", tuple(remarks))


def _style(text: str) -> str:
    """Graph for what needs a graph, as its text shows; eager for all else."""
    try:
        python = python3_of(text)
        tree = ast.parse(python)
        mode = mode_of(tree, python, uses_of(tree, read_timeline()))
    except (SyntaxError, ValueError):
        return GRAPH
    needs_graph = mode.graph is not None or any(word in text for word in ("Session(", "placeholder("))
    return GRAPH if needs_graph else EAGER


def _log(checked: Checked) -> tuple[list[str], str]:
    """The lines of the documented log, and what they were derived from where the document has no log."""
    example = checked.example
    if example.log is not None:
        # Words that the run does not print would never hold, and say nothing of what is computed.
        extra = checked.held.lines.extra_left if checked.held is not None and checked.held.lines is not None else ()
        words = {each.number for each in extra}
        lines = enumerate(example.log.lines, start=1)
        return [ELISION if number in words else line.text for number, line in lines], ""
    assert checked.side is not None
    held = [each for each in checked.claims if each.holds]
    said = "; ".join(
        f"line {each.claim.line.number} says that {each.claim.name} {'stays' if each.claim.stays else 'is'} "
        f"{each.claim.value}"
        for each in held
    )
    if any(each.claim.stays for each in held):
        return list(checked.side.lines), f"the document prints no log here; its {said}"
    shown: list[str] = []
    for line in checked.side.lines:
        if any(each.printed == f"printed in {line.strip()!r}" for each in held):
            shown += [line, ELISION]
    return [ELISION, *shown], f"the document prints no log here; its {said}"


def _where(checked: Checked) -> str:
    numbers = [number for number in checked.reading.numbers if number] if checked.reading is not None else []
    return f"lines {min(numbers)} to {max(numbers)}" if numbers else "all of its cells"


def _step(template: str) -> Sequence[str]:
    fields = re.findall(r"%\((\w+)\)", template)
    named = next((name for name in _STEPS if name in fields), None)
    return [f'step = "{named}"'] if named is not None and named != "step" else []


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
