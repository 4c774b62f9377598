"""The document of a survey: what is written comes back, and what is no survey is refused in words."""

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.files.atomic_file import write_beside
from harness.survey.answers import Survey
from harness.survey.document import as_document, as_json, read_document
from harness.words.errors import UsageError
from tests.survey import made

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\udc80"), max_size=6)


def every_field(kind: type) -> st.SearchStrategy[Any]:
    """Values of a dataclass of which every field is drawn, a new one, too."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: drawn(hints[each.name]) for each in fields(kind)})


def drawn(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field; of several at most one, for a second is written as the first is."""
    if hint is str:
        return TEXTS
    if hint is float:
        return st.floats(0, allow_infinity=False)
    if get_origin(hint) is tuple:
        return st.lists(drawn(get_args(hint)[0]), max_size=1).map(tuple)
    if get_origin(hint) is dict:
        return st.dictionaries(TEXTS, TEXTS, max_size=1)
    if type(None) in get_args(hint):
        return st.none() | drawn(get_args(hint)[0])
    return every_field(hint) if is_dataclass(hint) and isinstance(hint, type) else st.from_type(hint)


def written(folder: Path, text: str) -> Path:
    path = folder / "survey.json"
    write_beside(path, text)
    return path


@given(survey=every_field(Survey))
def test_what_is_written_comes_back(survey: Survey, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert read_document(written(tmp_path_factory.mktemp("s"), as_json(survey))) == survey


@pytest.mark.parametrize("survey", [made.five(), made.texts(), made.many(30)])
def test_surveys_come_back_whole(survey: Survey, tmp_path: Path) -> None:
    assert read_document(written(tmp_path, as_json(survey))) == survey


def test_it_says_what_follows_from_the_answers() -> None:
    document = as_document(made.five())
    assert (document["kind"], document["schema"], document["target"]) == ("harness survey", 1, "2.15")
    assert [(each["name"], each["standing"], each["left_to_do"]) for each in document["answers"][1:4]] == [
        ("mnist/dropout_with_a_long_name/train_convolutional.py", "port differs", 2),
        ("tables/prices.py", "needs something", 2),
        ("draws.ipynb", "does not repeat itself", 2),
    ]
    assert (document["summary"]["files"], document["summary"]["runs"], document["summary"]["left"]) == (
        5,
        {"1.15": 3},
        6,
    )
    assert document["summary"]["fixes"][0] == {
        "layer": "to run",
        "kind": "package",
        "what": "pandas",
        "alone": 1,
        "beside": 0,
    }


def changed(**more: Any) -> str:
    return json.dumps({**as_document(made.five()), **more})


def answer_with(key: str, value: object) -> str:
    document = as_document(made.five())
    document["answers"][2][key] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no survey: Expecting value: line 1 column 1 (char 0)"),
        ("[]", "is no survey; `harness survey -o FOLDER` writes one"),
        ('{"schema": 2, "runs": []}', "is no survey; `harness survey -o FOLDER` writes one"),
        ("[" * 200_000, "is no survey: it is nested too deeply"),
        (changed(schema=2), "was written by a newer harness (schema 2, this one knows 1)"),
        (changed(schema=0), "was written by an older harness (schema 0, this one knows 1)"),
        (changed(schema="1"), "is no survey: its schema should be a whole number, not '1'"),
        (changed(target=215), "is no survey: 'target' should be a text, not 215"),
        (changed(answers={}), "is no survey: 'answers' should be a list, not {}"),
        ('{"kind": "harness survey", "schema": 1}', "is no whole survey: it lacks 'folder'"),
        (answer_with("known", 3), "is no survey: 'known' should be an object, not 3"),
        (answer_with("known", {"kind": "novel"}), "is no survey: 'novel' is not a valid Kind"),
        (answer_with("keys", []), "is no survey: 'keys' should be an object, not []"),
        (answer_with("repeated", 1), "is no survey: 'repeated' should be an object, not 1"),
    ],
)
def test_what_is_no_survey_is_refused_in_words(text: str, message: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_document(path)
    assert str(caught.value) == f"{path}: {message}"


def test_bytes_that_are_no_text_and_a_file_that_is_not_there_are_refused_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(UsageError, match="is no survey: 'utf-8' codec can't decode"):
        read_document(tmp_path / "a.json")
    with pytest.raises(UsageError, match="cannot be read: No such file or directory"):
        read_document(tmp_path / "b.json")
