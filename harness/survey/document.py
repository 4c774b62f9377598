"""A survey as a JSON document that holds all of it, and back."""

import json
from pathlib import Path
from typing import Any

from harness.results.codec import decode, encode
from harness.results.store import as_text
from harness.survey.answers import Survey
from harness.survey.standing import left_to_do, standing_of
from harness.survey.summary import summarise
from harness.words.errors import UsageError

SCHEMA = 1
_KIND = "harness survey"


def as_document(survey: Survey) -> dict[str, Any]:
    """Give the survey as JSON has it; what follows from its answers, where each file stands and what is left to do, and
    the numbers of the summary are written for who reads it."""
    plain = encode(survey)
    for each, answers in zip(plain["answers"], survey.answers, strict=True):
        each["standing"], each["left_to_do"] = standing_of(answers).value, left_to_do(answers)
    return {"kind": _KIND, "schema": SCHEMA, "summary": encode(summarise(survey)), **plain}


def as_json(survey: Survey) -> str:
    """Give that document as a text."""
    return as_text(as_document(survey))


def read_document(path: Path) -> Survey:
    """Read a survey. What follows from its answers is not read but found again. Raises UsageError for a file that is no
    survey, or that another version of the harness wrote."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(document, dict) or document.get("kind") != _KIND:
            raise UsageError("is no survey; `harness survey -o FOLDER` writes one", path)
        _check_schema(document.get("schema"), path)
        return decode(document, Survey)
    except RecursionError:
        raise UsageError("is no survey: it is nested too deeply", path) from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except KeyError as error:
        raise UsageError(f"is no whole survey: it lacks {error}", path) from None
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"is no survey: {error}", path) from None


def _check_schema(schema: object, path: Path) -> None:
    if type(schema) is not int:
        raise UsageError(f"is no survey: its schema should be a whole number, not {schema!r:.60}", path)
    if schema != SCHEMA:
        age = "a newer" if schema > SCHEMA else "an older"
        raise UsageError(f"was written by {age} harness (schema {schema}, this one knows {SCHEMA})", path)
