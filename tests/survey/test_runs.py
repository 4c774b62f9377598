"""What is said of a run as a survey takes it."""

from pathlib import Path

import pytest

from harness.survey.runs import in_settings


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("", ""),
        ("add to the command: --with pandas", "add to the command: --with pandas"),
        (
            "run it as a module: -m old.train@1.15 --cwd {top}",
            'run it as a module: module = "old.train" in survey.toml',
        ),
        (
            "run it as one: -m old.pkg.train@1.4 --cwd {top}/src",
            'run it as one: module = "old.pkg.train" and cwd = "src" in survey.toml',
        ),
        (
            "run it as a module: -m legacy.train --cwd {above}",
            'run it as a module: survey {above}, with module = "legacy.train" in its survey.toml',
        ),
    ],
)
def test_a_module_is_named_in_the_settings_of_a_survey(change: str, said: str, tmp_path: Path) -> None:
    top = tmp_path / "legacy"
    (top / "src").mkdir(parents=True)
    places = {"top": top, "above": tmp_path}
    assert in_settings(change.format(**places), top) == said.format(**places)
