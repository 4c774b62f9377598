"""TOML files, and the lines that their mistakes are on."""

from pathlib import Path

import pytest

from harness.files.toml_table import Table, read_toml
from harness.words.errors import UsageError
from tests.projects import write_project

TEXT = """
# a comment
title = "T"
count = 3
nested = { deep = { key = 1 } }

[styles.graph]
script = "g.py"

["styles".'eager']
script = "e.py"

[[errata]]
line = 1
[[errata]]
line = 2
says = 5
"""


def table(tmp_path: Path, text: str = TEXT) -> Table:
    return read_toml(write_project(tmp_path, {"case.toml": text}) / "case.toml")


def place(error: pytest.ExceptionInfo[UsageError]) -> tuple[str | None, int | None]:
    return error.value.path.name if error.value.path else None, error.value.line


def test_a_value_of_the_right_type_is_given() -> None:
    taken = Table(Path("x"), "", {"a": "t", "b": 3, "c": True, "d": 0.5, "e": [1]})
    assert (taken.take("a", str), taken.take("b", int), taken.take("c", bool)) == ("t", 3, True)
    assert (taken.take("d", float), taken.take("e", list)) == (0.5, [1])
    assert taken.take("missing", str, "default") == "default"
    assert list(taken) == ["a", "b", "c", "d", "e"]


def test_a_whole_number_will_do_for_a_number() -> None:
    taken = Table(Path("x"), "", {"b": 3}).take("b", float)
    assert (taken, type(taken)) == (3.0, float)


@pytest.mark.parametrize(
    ("key", "kind", "message"),
    [
        ("title", int, "'title' should be a whole number, not 'T'"),
        ("title", float, "'title' should be a number, not 'T'"),
        ("title", bool, "'title' should be true or false, not 'T'"),
        ("title", list, "'title' should be a list, not 'T'"),
        ("title", dict, "'title' should be a table, not 'T'"),
        ("count", str, "'count' should be a text, not 3"),
        ("count", bool, "'count' should be true or false, not 3"),
    ],
)
def test_a_value_of_another_type_is_a_mistake_on_its_line(tmp_path: Path, key: str, kind: type, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        table(tmp_path).take(key, kind)
    assert caught.value.message == message
    assert place(caught) == ("case.toml", {"title": 2, "count": 3}[key])


def test_a_key_that_is_missing_is_a_mistake_at_the_head_of_its_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the file lacks the key 'note'") as caught:
        table(tmp_path).take("note", str)
    assert place(caught) == ("case.toml", 1)
    with pytest.raises(UsageError, match=r"\[styles.graph\] lacks the key 'since'") as caught:
        table(tmp_path).table("styles").table("graph").take("since", str)
    assert place(caught) == ("case.toml", 6)


def test_a_head_may_be_quoted(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\[styles.eager\] lacks the key 'since'") as caught:
        table(tmp_path).table("styles").table("eager").take("since", str)
    assert place(caught) == ("case.toml", 9)


def test_a_mistake_in_an_array_of_tables_is_in_the_right_one(tmp_path: Path) -> None:
    first, second = table(tmp_path).tables("errata")
    assert (first.take("line", int), second.take("line", int)) == (1, 2)
    with pytest.raises(UsageError) as caught:
        second.take("says", str)
    assert place(caught) == ("case.toml", 16)
    with pytest.raises(UsageError, match=r"\[errata\] lacks the key 'shows'") as caught:
        second.take("shows", str)
    assert place(caught) == ("case.toml", 14)


def test_a_table_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert list(table(tmp_path).table("parameters")) == []
    assert list(table(tmp_path).tables("claims")) == []


def test_a_list_of_other_things_is_no_array_of_tables(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'errata' should be a list of tables, \[\[errata\]\]") as caught:
        list(table(tmp_path, "\na = 1\nerrata = [1]\n").tables("errata"))
    assert place(caught) == ("case.toml", 2)


def test_a_key_that_nobody_took_is_a_mistake_with_the_known_key_that_looks_like_it(tmp_path: Path) -> None:
    graph = table(tmp_path).table("styles").table("graph")
    graph.take("scripts", str, "")
    with pytest.raises(
        UsageError, match=r"unknown key 'script' in \[styles.graph\]; did you mean 'scripts'\?"
    ) as caught:
        graph.finish()
    assert place(caught) == ("case.toml", 7)


def test_where_no_known_key_looks_alike_all_are_named(tmp_path: Path) -> None:
    read = table(tmp_path, "\nzzz = 1\n")
    read.take("title", str, "")
    read.take("note", str, "")
    with pytest.raises(UsageError, match="unknown key 'zzz'; known here: note, title") as caught:
        read.finish()
    assert place(caught) == ("case.toml", 1)


def test_a_key_in_an_inline_table_is_found_on_its_line(tmp_path: Path) -> None:
    deep = table(tmp_path).table("nested").table("deep")
    with pytest.raises(UsageError) as caught:
        deep.finish()
    assert place(caught) == ("case.toml", 4)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b'title = "T"\nnote = \n', 2, "is not TOML: Invalid value"),
        (b"a = 1\na = 2\n", 2, "is not TOML: Cannot overwrite a value"),
        (b'a = 1\nb = """\ntext', 3, "is not TOML: "),
        (b"a = 1\nb = '\xff'\n", 2, "is not UTF-8 at byte 11"),
        (b"a = 1\nb = " + b"[" * 5000 + b"]" * 5000 + b"\nc = []\n", 2, "is not TOML that can be read: it is nested"),
        (b"a = 1\nb = " + b"9" * 5000 + b"\nc = 1\n", 2, "is not TOML: Exceeds the limit (4300 digits)"),
    ],
)
def test_a_file_that_is_not_toml_is_a_mistake(tmp_path: Path, content: bytes, line: int | None, message: str) -> None:
    path = write_project(tmp_path, {"case.toml": content}) / "case.toml"
    with pytest.raises(UsageError) as caught:
        read_toml(path)
    assert caught.value.message.startswith(message)
    assert place(caught) == ("case.toml", line)


def test_a_file_that_is_missing_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file or directory"):
        read_toml(tmp_path / "case.toml")
