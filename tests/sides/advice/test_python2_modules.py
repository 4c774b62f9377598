"""A module of its own that divides as in Python 2, or is of Python 2: the option that translates both is told."""

from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.python2_modules import python2_text
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Request

SAID = "train.py:2: TypeError: 'float' object cannot be interpreted as an integer"


def said(folder: Path, text: str, reason: str = SAID, *preludes: Prelude) -> list[str]:
    (folder / "train.py").write_text(text)
    request = replace(Request(folder / "train.py", {}, 60.0, 1, 1), scene=Scene(folder, preludes=preludes))
    origin = Origin(Path("python"), request)
    return list(
        python2_text(Side("train.py@tf1.4", (), failure=Failure("raised", reason, ""), origin=origin, source=text))
    )


def test_a_module_that_divides_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "sizes.py").write_text("\ndef half(n):\n    return n / 2\n")
    text = "import sizes\nprint(range(sizes.half(4)))\n"
    assert said(tmp_path, text) == [
        "it may be written for Python 2, where / of two integers is the floor (sizes.py:3); add to the command: "
        "--python2"
    ]
    assert said(tmp_path, text, "train.py:2: ValueError: no") == []
    assert said(tmp_path, text + "x = 1 / 2\n") == []
    (tmp_path / "sizes.py").write_text("from __future__ import division\ndef half(n):\n    return n / 2\n")
    assert said(tmp_path, text) == []


def test_a_script_that_divides_beside_a_module_of_python_2_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "load.py").write_text("import urllib2\n")
    text = "from __future__ import print_function\nimport load\nprint(range(4 / 2))\n"
    (told,) = said(tmp_path, text, SAID, Prelude("python2"))
    assert "(train.py:3); add to the command: --python2" in told
