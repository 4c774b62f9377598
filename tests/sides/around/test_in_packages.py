"""Modules in a script's packages import each other as Python 2 had them do, where some of them are Python 2."""

from pathlib import Path

import pytest

from harness.sides.around.texts import script_text


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("from net import Net\n")
    (tmp_path / "models" / "net.py").write_text(
        "from .ops import twice\nfrom base import Model\nprint 'net'\nNet = Model\n"
    )
    (tmp_path / "models" / "ops.py").write_text("def twice(x):\n    return 2 * x\n")
    (tmp_path / "models" / "base.py").write_text("Model = int\n")
    path = tmp_path / "train.py"
    path.write_text("from models import Net\nprint(Net(3))\n")
    return path


def texts(script: Path) -> dict[str, str]:
    given = script_text(script)
    return {Path(path).name: text for each in given.preludes for path, text in each.setting.get("texts", {}).items()}


def test_those_in_a_package_are_imported_from_it(script: Path) -> None:
    found = texts(script)
    assert found["__init__.py"] == "from .net import Net\n"
    assert found["net.py"].splitlines()[:2] == ["from .ops import twice", "from .base import Model"]


def test_those_in_a_folder_that_the_script_puts_on_the_path_are_not(script: Path) -> None:
    script.write_text("import sys\nsys.path.append('models')\nfrom net import Net\nprint(Net(3))\n")
    assert texts(script)["net.py"].splitlines()[1] == "from base import Model"


def test_nothing_of_python_3_is_changed(script: Path) -> None:
    (script.parent / "models" / "net.py").write_text("from base import Model\nNet = Model\n")
    assert texts(script) == {}
