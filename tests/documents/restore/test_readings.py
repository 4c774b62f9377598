"""Code that scrapers damaged, in all plausible readings."""

from collections.abc import Callable

import pytest

from harness.documents.document import Line
from harness.documents.restore.readings import NoReadingError, readings
from tests.documents.restore import damages
from tests.documents.restore.damages import DAMAGES
from tests.documents.restore.programs import lines_of, program
from tests.documents.restore.samples import SAMPLES

# Damage that takes nothing from the grammar: one reading is left, and it is the code.
_CERTAIN = (
    damages.curly_quotes,
    damages.wide_punctuation,
    damages.entities,
    damages.numbers,
    damages.numbers_with_dots,
    damages.numbers_in_brackets,
    damages.numbers_before,
    damages.numbers_behind,
    damages.numbers_in_a_row,
    damages.prompts,
    damages.a_margin,
    damages.tabs_and_spaces,
    damages.wide_spaces,
    damages.a_button,
)
# How many of the samples come first where the grammar leaves several readings: measured, and not to become fewer.
_FIRST: dict[Callable[[str], str], int] = {
    damages.no_indentation: 24,
    damages.no_indentation_nor_blank_lines: 23,
    damages.no_line_breaks: 23,
    damages.no_line_breaks_but_spaces: 25,
    damages.two_lines_in_one: 25,
    damages.a_sentence_behind: 26,
}


def first(text: str) -> str:
    return readings(lines_of(text))[0].text


@pytest.mark.parametrize("name", SAMPLES)
def test_code_that_nothing_damaged_has_one_reading_which_is_the_code(name: str) -> None:
    (reading,) = readings(lines_of(SAMPLES[name]))
    assert (reading.text, reading.restored) == (SAMPLES[name], ())
    assert reading.numbers == tuple(range(1, SAMPLES[name].count("\n") + 1))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_the_code_is_among_the_readings_of_its_damaged_text(damage: Callable[[str], str], name: str) -> None:
    found = readings(lines_of(damage(SAMPLES[name])))
    assert program(SAMPLES[name]) in [program(reading.text) for reading in found]
    assert len(found) <= 24


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("damage", _CERTAIN)
def test_the_code_is_the_only_reading_where_the_grammar_leaves_one(damage: Callable[[str], str], name: str) -> None:
    (reading,) = readings(lines_of(damage(SAMPLES[name])))
    assert program(reading.text) == program(SAMPLES[name])


@pytest.mark.long
@pytest.mark.parametrize("damage", _FIRST)
def test_the_code_is_the_likeliest_reading_of_most_samples(damage: Callable[[str], str]) -> None:
    hits = [name for name, text in SAMPLES.items() if program(first(damage(text))) == program(text)]
    assert len(hits) >= _FIRST[damage]


def test_lost_indentation_is_found_by_the_names_that_blocks_define() -> None:
    text = "def f(a):\nfor i in range(3):\na += i\nreturn a\nx = f(1)\n"
    reading = readings(lines_of(text))[0]
    assert reading.text == ("def f(a):\n    for i in range(3):\n        a += i\n    return a\nx = f(1)\n")
    assert (reading.restored, reading.numbers) == (("indentation",), (1, 2, 3, 4, 5))


def test_lost_line_breaks_are_found_and_each_line_knows_where_it_stood() -> None:
    text = "x = 3 # the start for i in range(2): x = x + i print(i, x)"
    reading = readings((Line(2, text),))[0]
    assert reading.text == "x = 3  # the start\nfor i in range(2):\n    x = x + i\n    print(i, x)\n"
    assert (reading.restored, reading.numbers) == (("line breaks", "indentation"), (2, 2, 2, 2))


def test_a_comment_of_several_words_ends_where_a_statement_begins() -> None:
    assert first("a = 1 # one for all b = 2 # and so on c = a + b print(c)") == (
        "a = 1  # one for all\nb = 2  # and so on\nc = a + b\nprint(c)\n"
    )


def test_a_backslash_that_ended_a_line_goes_with_the_line() -> None:
    assert first("# sums x = a \\ + b \\ + c") == "# sums\nx = a + b + c\n"


def test_a_function_is_called_behind_it() -> None:
    assert first("def train(model):\nfor i in model:\nprint(i)\ntrain(model)\n") == (
        "def train(model):\n    for i in model:\n        print(i)\ntrain(model)\n"
    )


def test_a_wrapped_comment_and_a_wrapped_statement_are_whole_again() -> None:
    assert first("x = 3  # what it is and why\nit is so\ny = x +\n    2\n") == (
        "x = 3\n# what it is and why\n# it is so\ny = x + 2\n"
    )


def test_a_text_that_was_wrapped_within_its_quotes_is_one_line_again() -> None:
    assert first('print("loss of all\nthe data", 3)\n') == 'print("loss of all the data", 3)\n'


def test_quotes_are_made_straight_and_what_stands_between_them_stays() -> None:
    (reading,) = readings(lines_of("print（“损失，是：%d” % 3）\nname = ‘a’\n"))
    assert reading.text == "print(\"损失，是：%d\" % 3)\nname = 'a'\n"
    assert reading.restored == ("curly quotes", "full-width punctuation")


def test_wide_punctuation_in_texts_and_comments_is_no_damage() -> None:
    text = 'print("第一，“好”") # 打印：结果（见下）\n'
    (reading,) = readings(lines_of(text))
    assert (reading.text, reading.restored) == (text, ())


def test_entities_in_code_are_damage() -> None:
    (reading,) = readings(lines_of("if a &lt; 3 &amp;&amp; True:\n    pass\n".replace("&amp;&amp;", "and")))
    assert (reading.text, reading.restored) == ("if a < 3 and True:\n    pass\n", ("entities",))


def test_entities_in_a_text_may_be_meant() -> None:
    found = readings(lines_of('page = "a &gt; b"\n'))
    assert [(one.text, one.restored) for one in found] == [
        ('page = "a > b"\n', ("entities",)),
        ('page = "a &gt; b"\n', ()),
    ]
    (escaping,) = readings(lines_of('page = text.replace(">", "&gt;")\n'))
    assert escaping.text == 'page = text.replace(">", "&gt;")\n'


def test_numbers_of_lines_go_and_the_lines_of_the_document_stay() -> None:
    (reading,) = readings((Line(7, "1  for i in x:"), Line(8, "2      print(i)"), Line(9, "3")))
    assert (reading.text, reading.numbers) == ("for i in x:\n    print(i)\n\n", (7, 8, 9))
    assert reading.restored == ("line numbers",)


def test_what_a_session_printed_is_left_out() -> None:
    (reading,) = readings(lines_of(">>> for i in range(2):\n...     print(i)\n...\n0\n1\n>>> i\n1\n"))
    assert reading.text == "for i in range(2):\n    print(i)\n\ni\n"
    (cell,) = readings(lines_of("In [1]: x = 3\n   ...: x\nOut[1]: 3\nIn [2]: y = 4\n"))
    assert cell.text == "x = 3\nx\ny = 4\n"


def test_a_line_of_code_in_a_comment_is_a_comment() -> None:
    text = "a = 1\n# train = optimizer(0.001, 0.9).minimize(loss)\n#b = 3\nprint(a)\n"
    assert [reading.text for reading in readings(lines_of(text))] == [text]


def test_python_2_stays_python_2() -> None:
    text = "for i in range(2):\nprint 'step', i\n"
    assert [reading.text for reading in readings(lines_of(text))] == ["for i in range(2):\n    print 'step', i\n"]


@pytest.mark.parametrize(
    ("text", "why_not"),
    [
        ("", "there is no code in it"),
        ("x = 3\ny = = 4\nprint(x)\n", "line 2 is no Python: y = = 4"),
        ("for i in range(3):\n", "no indentation makes Python of it"),
    ],
)
def test_why_code_has_no_reading(text: str, why_not: str) -> None:
    with pytest.raises(NoReadingError) as caught:
        readings(lines_of(text))
    assert str(caught.value) == why_not


def test_a_search_that_takes_too_long_ends_and_says_so() -> None:
    text = " ".join(f"x{number} = f(x{number - 1}) # so many words" for number in range(1, 900))
    with pytest.raises(NoReadingError, match="in the time that there was"):
        readings(lines_of(f"{text} for i in x: print(i)"), seconds=0.05)
