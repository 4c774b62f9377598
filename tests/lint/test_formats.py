"""Findings in the forms that tools read."""

import json
from pathlib import Path

from harness.lint.check import Linted
from harness.lint.finding import LintFinding
from harness.lint.formats import as_github, as_json, as_sarif, as_text
from harness.lint.script import Blocker

_GONE = LintFinding(Path("a,b.py"), 3, 5, "TFH101", "tf.Session is gone\nin 2.15", "tf.compat.v1.Session", "docs/x.md")
_NOTE = LintFinding(Path("a,b.py"), 9, 1, "TFH301", "tf.x is deprecated")
_LINTED = Linted(Path("a,b.py"), (_GONE, _NOTE), ("1.14", "1.15"), (Blocker("2.0", 3, "tf.Session"),), 7)


def test_text_has_place_code_and_message_in_one_line_and_advice_below() -> None:
    assert list(as_text([_LINTED])) == [
        "a,b.py:3:5 TFH101 tf.Session is gone\nin 2.15",
        "    tf.compat.v1.Session",
        "    see docs/x.md",
        "a,b.py:9:1 TFH301 tf.x is deprecated",
    ]


def test_github_gets_commands_with_its_escapes() -> None:
    assert list(as_github([_LINTED])) == [
        "::error file=a%2Cb.py,line=3,col=5,title=TFH101::tf.Session is gone%0Ain 2.15. tf.compat.v1.Session",
        "::notice file=a%2Cb.py,line=9,col=1,title=TFH301::tf.x is deprecated",
    ]


def test_json_has_findings_and_releases() -> None:
    (found,) = json.loads(as_json([_LINTED]))
    assert (found["path"], found["releases"], found["uses"]) == ("a,b.py", ["1.14", "1.15"], 7)
    assert found["blockers"] == [{"release": "2.0", "line": 3, "name": "tf.Session"}]
    assert found["findings"][0]["severity"] == "error"
    assert found["findings"][0]["line"] == 3


def test_sarif_has_the_rules_and_a_place_for_each_result() -> None:
    sarif = json.loads(as_sarif([_LINTED], "harness 1"))
    assert sarif["version"] == "2.1.0"
    (run,) = sarif["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {"TFH101", "TFH203"}
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("TFH101", "error", "note")
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%2Cb.py"},
        "region": {"startLine": 3, "startColumn": 5},
    }
