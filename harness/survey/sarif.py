"""A survey as SARIF: what the linter says, and beside it what came of running, with codes of its own."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from harness.lint.finding import CODES, ERROR, NOTE, WARNING
from harness.lint.sarif import address, artifact, sarif_log, sarif_result, with_advice
from harness.survey.answers import Answers, Compared, Ported, Remark, Survey
from harness.survey.obstacles import needs_in_the_way
from harness.survey.standing import Standing, best_port, standing_of

# docs/lint.md explains them.
SURVEY_CODES = {
    "TFH401": (ERROR, "the file needs something that it was not given"),
    "TFH402": (ERROR, "the file does not run"),
    "TFH403": (WARNING, "the file does not repeat itself"),
    "TFH404": (WARNING, "no port of the file is proved"),
    "TFH405": (NOTE, "a port leaves this line to somebody"),
}
_CODES = CODES | SURVEY_CODES
_BASE, _ABOVE = "SRCROOT", "PROJECTROOT"


def as_sarif(survey: Survey, version: str) -> str:
    """Give SARIF 2.1.0. Places are relative to the surveyed folder; the folder itself, where it is not absolute, is
    relative to one that the reader knows."""
    results = list({str(each): each for answers in survey.answers for each in _results(answers, survey)}.values())
    return sarif_log("harness survey", version, _CODES, results, _bases(survey.folder))


def _bases(folder: str) -> dict[str, Any]:
    path = PurePosixPath(folder)
    about = {"description": {"text": "the folder that was surveyed"}}
    if path.is_absolute():
        return {_BASE: {"uri": f"file://{address(path).rstrip('/')}/", **about}}
    # An address that climbs is none that SARIF has.
    if not path.parts or ".." in path.parts:
        return {_BASE: about}
    above = {"description": {"text": "the folder in which the survey was made"}}
    return {_BASE: {"uri": f"{address(path)}/", "uriBaseId": _ABOVE, **about}, _ABOVE: above}


def _results(answers: Answers, survey: Survey) -> Iterator[dict[str, Any]]:
    place = artifact(PurePosixPath(answers.path), _BASE)
    for remark in answers.known.remarks:
        if remark.code in _CODES:
            text = with_advice(remark.message, remark.advice)
            yield sarif_result(_CODES, remark.code, text, place, (remark.line, remark.column))
    for code, text, line in _of_survey(answers, survey):
        yield sarif_result(_CODES, code, text, place, (line, 1))


def _of_survey(answers: Answers, survey: Survey) -> Iterator[tuple[str, str, int]]:
    """Code, text and line of what the survey itself has to say."""
    standing = standing_of(answers)
    called = f"{answers.name}: " if answers.name != answers.path else ""
    needs = needs_in_the_way(answers)
    for need in needs:
        told = with_advice(f"{called}this needs {need.kind} {need.what}".rstrip(), need.option)
        yield "TFH401", told, max(1, need.line)
    if answers.trouble:
        yield "TFH402", f"{called}looking at it went wrong: {answers.trouble}", 1
    for ran in answers.ran:
        if ran.is_well:
            continue
        is_need = ran.cause.startswith("needs-")
        if not (is_need and needs):
            caused = f" ({ran.cause})" if ran.cause else ""
            text = f"{called}this does not run on {ran.release}: {ran.reason or ran.ended}{caused}"
            yield "TFH401" if is_need else "TFH402", with_advice(text, ran.change), 1
    again = answers.repeated
    if again is not None and not again.repeats:
        caused = f" ({again.cause})" if again.cause else ""
        yield (
            "TFH403",
            with_advice(f"{called}a second run prints other numbers: {again.first}{caused}", again.change),
            1,
        )
    port = best_port(answers)
    if standing in (Standing.DIFFERS, Standing.STUCK, Standing.UNPROVED, Standing.UNHELD):
        yield "TFH404", called + port_text(answers, survey.target), 1
    if port is not None and not port.proved:
        yield from (_mark(called, port, mark) for mark in port.marks)


def _mark(called: str, port: Ported, mark: Remark) -> tuple[str, str, int]:
    return "TFH405", with_advice(f"{called}the {port.to} port: {mark.message}", mark.advice), max(1, mark.line)


def port_text(answers: Answers, target: str) -> str:
    """Give in a sentence how far the ports of a file are from being proved: the best of them, what came of comparing
    it, or why there is none."""
    port = best_port(answers)
    if port is None:
        problems = "; ".join(f"{each.to}: {each.problem}" for each in answers.ported)
        return f"no port at {target} could be drafted" + (f": {problems}" if problems else "")
    words = port.words
    if answers.compared is not None and standing_of(answers) is Standing.DIFFERS:
        return compared_text(answers.compared, target)
    if not port.runs:
        return f"the {port.to} port does not run at {target}" + (
            f": {words or port.problem}" if words or port.problem else ""
        )
    return f"the {port.to} port runs at {target} and is not proved" + (f": {words}" if words else "")


def compared_text(compared: Compared, target: str) -> str:
    """Give in a sentence how the best port differs, in which stage, and why."""
    held = f"{compared.agreeing} of {compared.expected} lines agree" if compared.expected else "no line to hold"
    parts = [f"the {compared.subject} port at {target} {compared.verdict}: {held}"]
    parts += [f"first: {compared.first}"] if compared.first else []
    parts += [f"both part in the stage {compared.stage}"] if compared.stage else []
    parts += [f"cause: {each.name}, {each.confidence}: {each.change}".rstrip(": ") for each in compared.causes]
    return "; ".join(parts)
