"""Run in the interpreter of the target, in a process of its own: TensorFlow's ``tf_upgrade_v2``, on one text a line.

Its own upgrader is a few files of plain Python inside of TensorFlow; importing TensorFlow itself would take seconds and
is not needed, so only its folder stands in for it. Standard library, Python 3.6 syntax. Reads texts as JSON, a line
each, and answers with ``[text, errors]``, ``[null, errors]`` for a text that the upgrader cannot read, or ``null``
where this TensorFlow has no upgrader; ends when there are no more.
"""

import importlib
import importlib.util
import io
import json
import sys
import types
from pathlib import Path


def main() -> None:
    """Upgrade what is read from standard input."""
    folder = _folder()
    # What it prints is in what it returns.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        answer = _upgraded(json.loads(line), folder) if folder else None
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _folder() -> str:
    for name in ("tensorflow", "tensorflow_core"):
        spec = importlib.util.find_spec(name)
        for place in (spec.submodule_search_locations or []) if spec else []:
            if (Path(place) / "tools" / "compatibility" / "tf_upgrade_v2_safety.py").exists():
                return str(place)
    return ""


def _upgraded(source: str, folder: str) -> "list[object]":
    package = types.ModuleType("tensorflow")
    package.__path__ = [folder]
    sys.modules["tensorflow"] = package
    ast_edits = importlib.import_module("tensorflow.tools.compatibility.ast_edits")
    safety = importlib.import_module("tensorflow.tools.compatibility.tf_upgrade_v2_safety")
    upgrader = ast_edits.ASTCodeUpgrader(safety.TFAPIChangeSpec())
    result = io.StringIO()
    try:
        _, _, errors = upgrader.process_opened_file("script.py", io.StringIO(source), "script.py", result)
    except Exception as error:  # of the parser that it brings, which does not know all of today's syntax trees
        return [None, [str(error)]]
    return [result.getvalue(), errors]


if __name__ == "__main__":
    main()
