"""A survey as SARIF: remarks of the linter, codes of its own, places below the surveyed folder."""

import json
from dataclasses import replace
from typing import Any

import pytest

from harness.survey.answers import Answers, Compared, Ported, Survey
from harness.survey.sarif import SURVEY_CODES, as_sarif
from harness.words.verdict import Verdict
from tests.survey import made


def run_of(survey: Survey) -> Any:
    log = json.loads(as_sarif(survey, "0.1.0"))
    assert (log["$schema"], log["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = log["runs"]
    return run


def said(*answers: Answers, ran: bool = True) -> list[tuple[str, str, str]]:
    """Code, level and text of what the survey itself says."""
    results = run_of(made.survey(*answers, ran=ran))["results"]
    return [
        (each["ruleId"], each["level"], each["message"]["text"]) for each in results if each["ruleId"] in SURVEY_CODES
    ]


def test_it_has_the_rules_of_both_and_places_below_the_folder() -> None:
    run = run_of(made.five())
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert (run["tool"]["driver"]["name"], ids[0], ids[-5:]) == ("harness survey", "TFH001", list(SURVEY_CODES))
    assert run["results"][0] == {
        "ruleId": "TFH101",
        "level": "error",
        "message": {"text": "tf.Session is gone in 2.15; 1.15 had it. tf.compat.v1.Session"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "mnist/softmax.py", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 3, "startColumn": 5},
                }
            }
        ],
    }


@pytest.mark.parametrize(
    ("folder", "base"),
    [
        ("legacy", {"uri": "legacy/", "uriBaseId": "PROJECTROOT"}),
        ("a b/c", {"uri": "a%20b/c/", "uriBaseId": "PROJECTROOT"}),
        ("/srv/old code", {"uri": "file:///srv/old%20code/"}),
        ("/", {"uri": "file:///"}),
        (".", {}),
        ("../legacy", {}),
    ],
)
def test_the_folder_is_what_places_are_relative_to(folder: str, base: dict[str, str]) -> None:
    bases = run_of(replace(made.five(), folder=folder))["originalUriBaseIds"]
    about = {"description": {"text": "the folder that was surveyed"}}
    assert bases["SRCROOT"] == {**base, **about}
    assert ("PROJECTROOT" in bases) == ("uriBaseId" in base)


def test_needs_are_told_where_the_text_says_so_and_a_run_that_lacked_them_is_not_told_again() -> None:
    assert said(made.needs("a.py", made.PANDAS)) == [
        ("TFH401", "error", "this needs package pandas. --with pandas"),
    ]
    assert said(made.needs("a.py")) == [
        (
            "TFH401",
            "error",
            "this does not run on 1.15: ModuleNotFoundError: No module named 'pandas' (needs-package). "
            "give it: --with pandas",
        )
    ]
    assert said(made.needs("a.py", replace(made.PANDAS, given=True), cause="session-gone"))[0][0] == "TFH402"


def test_what_does_not_run_and_does_not_repeat_itself_says_why() -> None:
    assert said(made.fails("a.py", cause="session-gone"), made.unsteady("b.py")) == [
        ("TFH402", "error", "this does not run on 1.15: ValueError: shapes differ (session-gone)"),
        (
            "TFH403",
            "warning",
            "a second run prints other numbers: line 2: 0.5, not 0.75 (seed-missing). "
            "tf.set_random_seed(1) at its head",
        ),
    ]
    assert said(replace(made.other("c.py"), trouble="a worker died")) == [
        ("TFH402", "error", "looking at it went wrong: a worker died")
    ]


def test_a_port_that_differs_says_how_far_in_which_stage_and_why() -> None:
    assert said(made.differs("a.py")) == [
        (
            "TFH404",
            "warning",
            "the eager port at 2.15 diverged: 12 of 20 lines agree; first: line 3, loss: 0.5, not 0.25; both part "
            "in the stage forward; cause: dropout-keep-prob, confirmed: give rate=1 - keep_prob",
        ),
        ("TFH405", "note", "the eager port: tf.contrib.crf.crf_log_likelihood has no counterpart"),
    ]


def test_ports_that_do_not_run_are_not_there_or_have_no_proof_say_so() -> None:
    here = made.proved("a.py")
    stuck = replace(here, ported=(Ported("compat", words="the port does not run on TensorFlow 2.15.1"),))
    none = replace(here, ported=(Ported("compat", drafted=False, problem="no Python"),))
    silent = replace(
        here,
        ported=(Ported("eager", runs=True, words="it prints no number"),),
        compared=Compared("eager", Verdict.IDENTICAL, 0, 0),
    )
    assert [text for _, _, text in said(stuck, none, silent)] == [
        "the compat port does not run at 2.15: the port does not run on TensorFlow 2.15.1",
        "no port at 2.15 could be drafted: compat: no Python",
        "the eager port runs at 2.15 and is not proved: it prints no number",
    ]


def test_a_file_with_several_entries_has_its_remarks_once_and_its_runs_by_name() -> None:
    one = replace(made.fails("a.py"), name="a.py train")
    two = replace(made.fails("a.py"), name="a.py test")
    run = run_of(made.survey(one, two))
    assert [each["ruleId"] for each in run["results"]] == ["TFH101", "TFH201", "TFH402", "TFH402"]
    assert run["results"][2]["message"]["text"].startswith("a.py train: this does not run on 1.15")


def test_names_that_are_no_address_are_written_as_one() -> None:
    (first, *_) = run_of(made.survey(made.fails("a b/%41\udcff<x>.py")))["results"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%2541%FF%3Cx%3E.py"
