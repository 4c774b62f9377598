"""The table of a survey: worst first, within its width, and nothing in it does anything."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from harness.survey.answers import Ran
from harness.survey.table import as_table, shortened, worst_first
from tests.report.hostile import EVIL
from tests.survey import made

LONG = "mnist/dropout_with_a_long_name/train_convolutional.py"


def test_each_file_has_a_line_and_the_worst_is_first() -> None:
    assert as_table(made.five(), 140) == [
        "left  file                                                   own   lint  needs  run     again  compat  eager"
        "  standing  in the way",
        "   2  tables/prices.py                                       1.15   1/1      1  raised                      "
        "  needs     package pandas",
        f"   2  {LONG}  1.15   1/1         well    yes    none    runs   differs   dropout-keep-prob",
        "   2  draws.ipynb                                            1.15   1/1         well    no                  "
        "  unsteady  seed-missing",
        "   0  mnist/softmax.py                                       1.15   1/1         well    yes    proved  runs "
        "  proved",
        "and 1 file without TensorFlow",
    ]


def test_on_80_columns_paths_lose_their_middle_and_what_is_in_the_way_goes() -> None:
    assert as_table(made.five(), 80) == [
        "left file                     own  lint needs run    again compat eager standing",
        "   2 tables/prices.py         1.15  1/1     1 raised                    needs",
        "   2 mnist/d…convolutional.py 1.15  1/1       well   yes   none   runs  differs",
        "   2 draws.ipynb              1.15  1/1       well   no                 unsteady",
        "   0 mnist/softmax.py         1.15  1/1       well   yes   proved runs  proved",
        "and 1 file without TensorFlow",
    ]


def test_what_was_not_run_has_no_columns_for_runs_but_what_each_release_has() -> None:
    assert as_table(made.texts(), 100) == [
        "left  file      own   lint  fits 1.15  fits 2.15  needs  standing  in the way",
        "   3  a.py      1.15   1/1  yes        no             2  not run   package pandas, data MNIST",
        "   2  c.py      1.15   1/1  yes        no             1  not run   package pandas",
        "   0  b.py      1.15   0/1  yes        yes               not run",
        "   0  utils.py  1.15   1/1  yes        no                -",
        "and 1 file without TensorFlow",
    ]


def test_further_releases_have_a_column_each() -> None:
    here = made.proved("a.py")
    found = made.survey(replace(here, ran=(*here.ran, Ran("2.4", "raised"))), also=("2.4", "2.12"))
    assert as_table(found, 100) == [
        "left  file  own   lint  run   on 2.4  again  compat  eager  standing",
        "   0  a.py  1.15   1/1  well  raised  yes    proved  runs   proved",
    ]


def test_a_survey_of_nothing_has_no_heads() -> None:
    assert as_table(made.survey(), 80) == []
    assert as_table(made.survey(made.other("a.py"), made.other("b.py")), 80) == ["and 2 files without TensorFlow"]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_line_is_wider_than_it_may_be(width: int) -> None:
    lines = as_table(made.many(), width)
    assert len(lines) == 1 + 280 + 1
    assert max(map(cell_len, lines)) <= width


def test_files_that_nobody_runs_come_last_and_ties_are_by_name() -> None:
    names = ["z.py", "a.py", "utils.py", "bad.py", "ok.py"]
    answers = [
        made.fails("z.py"),
        made.fails("a.py"),
        made.module("utils.py"),
        made.unread("bad.py"),
        made.proved("ok.py"),
    ]
    assert [each.name for each in answers] == names
    assert [each.name for each in worst_first(answers)] == ["a.py", "z.py", "bad.py", "ok.py", "utils.py"]


def test_nothing_that_a_name_or_a_message_says_reaches_a_terminal() -> None:
    failed = made.fails(f"a\n{EVIL}.py", reason=f"no\t{EVIL}\x9b31m")
    lines = as_table(made.survey(failed), 400)
    assert len(lines) == 2
    assert all(character.isprintable() for line in lines for character in line)
    assert "a\\n<script>" in lines[1] and "no\\t<script>" in lines[1] and "\\x1b[31mred" in lines[1]


def test_a_path_is_shortened_in_its_middle_by_columns() -> None:
    assert shortened("a/b.py", 6) == "a/b.py"
    assert shortened("folder/another/train.py", 16) == "folde…r/train.py"
    assert shortened("文件夹/训练模型.py", 12) == "文…练模型.py"
