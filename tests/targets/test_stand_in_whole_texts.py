"""Texts that a script reads whole are made up, where it takes them apart by lines and words alone."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.targets.conftest import Run


def text_of(made: ModuleType, folder: Path, script: str, path: str) -> str | None:
    run = Run()
    run.script = str(folder / "train.py")
    Path(run.script).write_text(script)
    found = made.lost(run, path)
    assert run.sets == ([] if found is None else [f"the text {path.rpartition('/')[2]}"])
    return None if found is None else Path(found).read_text()


@pytest.mark.parametrize(
    "script",
    [
        "text = open('data/from').read()\n",
        "with open('data/from', 'r') as f:\n    lines = f.read().lower().split('\\n')\nwords = ' '.join(lines)\n",
        "data = tf.compat.as_str(open('data/from', 'rb').read()).strip()  # all of it\n",
    ],
)
def test_lines_of_words_where_it_is_read_whole(script: str, made: ModuleType, tmp_path: Path) -> None:
    text = text_of(made, tmp_path, script, "data/from")
    assert text is not None
    lines = text.splitlines()
    assert (len(lines), {3 <= len(line.split()) <= 12 for line in lines}) == (50, {True})


def test_two_such_files_go_line_by_line(made: ModuleType, tmp_path: Path) -> None:
    script = "a = open('data/from').read().split('\\n')\nb = open('data/to').read().split('\\n')\n"
    one, other = (text_of(made, tmp_path, script, each) for each in ("data/from", "data/to"))
    assert one is not None
    assert other is not None
    assert one != other
    assert len(one.splitlines()) == len(other.splitlines())


@pytest.mark.parametrize(
    "script",
    [
        "rows = open('data/from').read().split('\\n')\nrows = [row.split('\\t') for row in rows]\n",
        "rows = json.loads(open('data/from').read())\n",
        "for line in open('data/from'):\n    print(line)\n",
        "text = open('data/other').read()\n",
        "values = parse(open('data/from').read(), 3)\n",
    ],
)
def test_what_has_another_format_is_not_there(script: str, made: ModuleType, tmp_path: Path) -> None:
    assert text_of(made, tmp_path, script, "data/from") is None
