"""The summary of a survey: its numbers are those of the table, and what one fix would help."""

from dataclasses import replace

from harness.survey.answers import Cause, Compared, Need, Ported, Remark, Wanting
from harness.survey.obstacles import Layer, cause_of, symbol_of
from harness.survey.standing import AS_IS, BY_TEXT, left_to_do
from harness.survey.summary import Fix, summarise
from harness.survey.summary_text import summary_text
from harness.survey.table import as_table, port_word, run_word
from harness.words.verdict import Verdict
from tests.survey import made


def test_a_survey_of_runs_says_what_runs_what_is_proved_and_what_is_in_the_way() -> None:
    assert summary_text(summarise(made.five())) == [
        "4 of 5 files use TensorFlow: 4 scripts",
        "3 of 4 scripts run on 1.15",
        "  1 with a proved port at 2.15 (1 compat)",
        "  1 with a port that differs: 1 by dropout-keep-prob",
        "  1 without the same numbers in a second run: 1 by seed-missing",
        "not run for want of something: 1, of these a package by 1 (pandas 1)",
        "left to somebody: 6 places in all",
        "what one fix would help:",
        "  package pandas: the only obstacle of 1 file, to run",
        "  cause seed-missing: the only obstacle of 1 file, to repeat itself",
        "  cause dropout-keep-prob: one of several of 1 file, at the target",
        "  symbol tf.contrib.crf.crf_log_likelihood: one of several of 1 file, at the target",
    ]


def test_a_survey_of_texts_says_what_each_release_has_and_what_is_needed() -> None:
    assert summary_text(summarise(made.texts())) == [
        "4 of 5 files use TensorFlow: 3 scripts, 1 module",
        "1.15 has all that 4 of them use, 2.15 has all that 1 of them use",
        "by the linter, at 2.15: 3 with errors, 1 with warnings only",
        "beside TensorFlow is needed: a package by 2 (pandas 2); data by 1 (MNIST 1)",
        "left to somebody: 5 places in all, before any draft (--run counts what drafts leave)",
        "what one fix would help:",
        "  symbol tf.Session: the only obstacle of 2 files, at the target",
        "  package pandas: the only obstacle of 1 file, one of several of 1 file, to run",
        "  data MNIST: one of several of 1 file, to run",
    ]


def test_a_survey_of_texts_says_what_drafts_leave_in_the_place_of_what_the_linter_calls_an_error() -> None:
    crf = Remark(9, 1, "TFH405", "warning", "tf.contrib.crf.crf_decode is gone in 2.15; 1.15 is the last that has it")
    old = next(each for each in made.texts().answers if left_to_do(each))
    drafts = [(), (), (crf,)]
    files = [
        replace(old, name=name, path=name, known=made.known(), ported=(Ported("compat", marks=marks, words=BY_TEXT),))
        for name, marks in zip(("a.py", "b.py", "c.py"), drafts, strict=True)
    ]
    text = summary_text(summarise(made.survey(*files, ran=False)))
    assert text[3:] == [
        "a draft to compat leaves nothing of 2 files undone, as far as texts tell, 1 other with marks",
        "left to somebody: 1 place in all, as drafts leave them that nobody has run (--run does)",
        "what one fix would help:",
        "  symbol tf.contrib.crf.crf_decode: the only obstacle of 1 file, at the target",
    ]
    assert [port_word(each, "compat") for each in files] == ["draft", "draft", "draft, 1 left"]


def test_without_a_release_to_come_from_each_has_its_own() -> None:
    old = replace(made.proved("b.py"), known=made.known(origin="1.4"))
    found = replace(made.survey(made.proved("a.py"), made.proved("c.py"), old, ran=False), origin="")
    assert "own releases: 1.15 2, 1.4 1" in summary_text(summarise(found))


def test_runs_on_several_releases_are_counted_by_release() -> None:
    old = made.proved("b.py")
    old = replace(old, ran=(replace(old.ran[0], release="1.4"),))
    assert summary_text(summarise(made.survey(made.proved("a.py"), made.proved("c.py"), old)))[1] == (
        "3 of 3 scripts run on their own release (1.15 2, 1.4 1)"
    )


def test_every_number_can_be_counted_again_in_the_answers() -> None:
    survey = made.many()
    summary, answers = summarise(survey), survey.answers
    assert summary.files == sum(summary.kinds.values()) == sum(summary.standings.values()) == 300
    assert sum(summary.runs.values()) == sum(run_word(each) == "well" for each in answers) == 140
    assert summary.proved == {"compat": sum(port_word(each, "compat") == "proved" for each in answers)}
    assert summary.left == sum(map(left_to_do, answers)) == 320
    assert summary.standings == {
        "nothing to do": 40,
        "port proved": 100,
        "does not repeat itself": 20,
        "port differs": 20,
        "needs something": 60,
        "does not run": 40,
        "cannot be read": 20,
    }
    assert summary.causes == {
        "does not repeat itself": {"seed-missing": 20},
        "port differs": {"dropout-keep-prob": 20},
        "does not run": {"no known cause": 20, "session-gone": 20},
    }
    assert summary.needs == {"data": {"MNIST": 40}, "package": {"pandas": 40}}
    assert summary.fixes[0] == Fix(Layer.RUN, "data", "MNIST", 20, 20)
    assert [fix.alone for fix in summary.fixes] == [20, 20, 20, 20, 0, 0]


def test_a_need_that_no_text_names_is_counted_by_its_cause() -> None:
    summary = summarise(made.survey(made.needs("a.py", cause="needs-file"), made.needs("b.py", cause="needs-module")))
    assert (summary.wanting, summary.needs) == ({"file": 1, "package": 1}, {})
    assert [(fix.kind, fix.what) for fix in summary.fixes] == [("cause", "needs-file"), ("cause", "needs-module")]


def test_what_is_given_or_not_missed_is_in_nobodys_way() -> None:
    given = made.needs("a.py", replace(made.PANDAS, given=True), made.MNIST, cause="needs-data")
    runs = replace(made.proved("b.py"), known=made.known(needs=(made.PANDAS,)))
    summary = summarise(made.survey(given, runs))
    assert summary.fixes == (Fix(Layer.RUN, "data", "MNIST", 1, 0),)


def test_beside_what_nobody_knows_a_name_for_nothing_is_the_only_obstacle() -> None:
    summary = summarise(made.survey(replace(made.fails("a.py"), known=made.known(needs=(made.PANDAS,)))))
    assert summary.fixes == (Fix(Layer.RUN, "package", "pandas", 0, 1),)


def test_of_many_obstacles_ten_have_a_line() -> None:
    files = [made.needs(f"{n}.py", Need(Wanting.PACKAGE, f"package{n:02}", 1, "")) for n in range(13)]
    lines = summary_text(summarise(made.survey(*files)))
    assert lines[-2:] == ["  package package09: the only obstacle of 1 file, to run", "  and 3 more"]
    assert "a package by 13 (package00 1, package01 1, package02 1, package03 1, package04 1, 8 others)" in lines[2]


def test_files_that_run_as_they_stand_are_proved_as_they_stand() -> None:
    same = replace(made.proved("a.py"), ported=(Ported(AS_IS, runs=True, proved=True),))
    lines = summary_text(summarise(made.survey(same)))
    assert lines[2] == "  1 with a proved port at 2.15 (1 as they stand)"


def test_a_file_counts_once_by_its_first_cause() -> None:
    causes = (made.DROPOUT, Cause("epsilon", "likely", "give epsilon"))
    held = Compared("eager", Verdict.DRIFTED, 1, 2, causes=causes)
    both = replace(made.differs("a.py"), compared=held)
    summary = summarise(made.survey(both))
    assert (cause_of(both), summary.causes) == ("dropout-keep-prob", {"port differs": {"dropout-keep-prob": 1}})
    assert {fix.what for fix in summary.fixes} >= {"dropout-keep-prob", "epsilon"}


def test_a_remark_speaks_of_the_first_symbol_in_it() -> None:
    assert symbol_of(made.MOVED) == "tf.nn.dropout"
    assert symbol_of(Remark(1, 1, "TFH108", "error", "nothing of it")) == "TFH108"
    assert symbol_of(Remark(1, 1, "", "note", "a call that nobody knows")) == "a call that nobody knows"


def test_a_part_says_of_what_and_what_nobody_wants_run_is_left_out() -> None:
    left_out = replace(made.needs("a.py", made.PANDAS), ran=(), skipped="takes a week")
    part = replace(made.survey(left_out, made.proved("b.py")), shard="2/3", files=7)
    summary = summarise(part)
    assert (summary.fixes, summary.needs) == ((), {})
    assert summary_text(summary)[0] == "this is part 2/3 of a survey of 7 files"
    assert "not run, or not ported: 1, of these 1 left out by survey.toml" in summary_text(summary)
    assert as_table(part, 100)[1].endswith("not run   left out: takes a week")


def test_names_that_do_something_stand_in_one_line_and_long_ones_are_cut() -> None:
    odd = made.needs("a.py", Need(Wanting.FILE, "a\n\x1b[31m.csv", 1, ""), cause="needs-file")
    mark = Remark(1, 1, "", "note", "what this does " * 10)
    long = replace(made.differs("b.py"), ported=(Ported("eager", runs=True, marks=(mark,)),))
    lines = summary_text(summarise(made.survey(odd, long)))
    assert "not run for want of something: 1, of these a file by 1 (a\\n\\x1b[31m.csv 1)" in lines
    assert "  file a\\n\\x1b[31m.csv: the only obstacle of 1 file, to run" in lines
    assert lines[-1] == (
        "  symbol what this does what this does what this does what this does what this do…: "
        "one of several of 1 file, at the target"
    )


def test_what_a_draft_says_of_a_line_is_told_in_its_words_or_by_its_symbol() -> None:
    said = "left out, for x has no value outside of a run: print(x)"
    assert symbol_of(Remark(1, 1, "TFH405", "warning", said)) == "left out, for x has no value outside of a run"
    said = "TensorFlow 2 has no tensorflow.examples.tutorials: copy input_data.py"
    assert symbol_of(Remark(1, 1, "TFH405", "warning", said)) == "tensorflow.examples.tutorials"
