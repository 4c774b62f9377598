"""Answers as files, one for each surveyed file, written as they come: what a survey that was stopped goes on from."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from harness.files.atomic_file import tidy_folder, write_beside
from harness.results.codec import decode, encode
from harness.survey.answers import Answers
from harness.survey.keys import name_key

FOLDER = "answers"
_NAME = r"[0-9a-f]+\.json"
_SCHEMA = 1


def answers_path(output: Path, name: str) -> Path:
    """Give where the answers of a file are kept. Names may be of any length and hold anything, so a digest tells them
    apart; what they are called stands in the file."""
    return output / FOLDER / f"{name_key(name)}.json"


def write_answers(output: Path, answers: Answers) -> None:
    """Keep the answers of one file, in place of those before."""
    path = answers_path(output, answers.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"schema": _SCHEMA, **encode(answers)}, indent=1, ensure_ascii=True)
    # What killed writers left is looked for once a survey, not among thousands of files for each of them.
    write_beside(path, text + "\n", tidy=False)


def keep_answers(output: Path, answers: Answers, before: Answers | None) -> None:
    """Write the answers of one file where they are others than ``before``, else say by the time of their file that they
    still hold."""
    path = answers_path(output, answers.name)
    if answers != before:
        write_answers(output, answers)
    elif path.is_file():
        path.touch()


def read_answers(output: Path) -> dict[str, Answers]:
    """Give all answers that a folder has, by the names of their files. One that cannot be read, or was written by
    another version, is as if it were not there: its file is looked at anew."""
    tidy_folder(output / FOLDER, _NAME)
    found = (_read(path) for path in sorted(_all(output)))
    return {each.name: each for each in found if each is not None}


def forget_others(output: Path, names: Iterable[str]) -> None:
    """Remove the answers of files that are no longer there."""
    kept = {answers_path(output, name) for name in names}
    for path in _all(output):
        if path not in kept:
            path.unlink(missing_ok=True)


def _all(output: Path) -> Iterator[Path]:
    return (output / FOLDER).glob("*.json")


def _read(path: Path) -> Answers | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document.pop("schema", None) != _SCHEMA:
            return None
        return decode(document, Answers)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
