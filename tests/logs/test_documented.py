"""Documented logs: reading them, and pairing their lines with records."""

from hypothesis import given
from hypothesis import strategies as st

from harness.logs.documented import Alignment, DocumentedLine, DocumentedLog, align, parse_documented


def pair(text: str, rendered: list[str], *, steps: bool = True) -> tuple[list[tuple[str, int | None]], tuple[int, ...]]:
    """Align a log with printed records; the first word of each is its step."""
    log = parse_documented(text)
    alignment = align(
        log,
        rendered,
        [line.split()[0] if steps else None for line in rendered],
        {line.number: line.text.split()[0] for line in log.lines} if steps else {},
    )
    return [(line.text, index) for line, index in alignment.pairs], alignment.left_over


def test_a_log_without_elisions_is_one_block() -> None:
    log = parse_documented("a\nb\n")
    assert log == DocumentedLog(((DocumentedLine(1, "a"), DocumentedLine(2, "b")),))


def test_blank_lines_and_white_space_at_the_end_do_not_count_but_lines_keep_their_numbers() -> None:
    assert parse_documented("\n  a  \n\n\tb\t\r\n").lines == (DocumentedLine(2, "  a"), DocumentedLine(4, "\tb"))


def test_three_dots_alone_leave_lines_out() -> None:
    log = parse_documented("a\n ... \nb\nc\n")
    assert log.blocks == ((DocumentedLine(1, "a"),), (DocumentedLine(3, "b"), DocumentedLine(4, "c")))
    assert (log.open_start, log.open_end) == (False, False)


def test_three_dots_in_a_line_are_part_of_it() -> None:
    assert parse_documented("[1. 2. ... 9.]\n").lines == (DocumentedLine(1, "[1. 2. ... 9.]"),)


def test_a_log_may_be_open_at_either_end() -> None:
    assert parse_documented("...\na\n") == DocumentedLog(((DocumentedLine(2, "a"),),), open_start=True)
    assert parse_documented("a\n...\n") == DocumentedLog(((DocumentedLine(1, "a"),),), open_end=True)
    assert parse_documented("...\na\n\n...\n") == DocumentedLog(((DocumentedLine(2, "a"),),), True, True)


def test_elisions_in_a_row_are_one() -> None:
    assert len(parse_documented("a\n...\n\n...\nb\n").blocks) == 2


def test_an_empty_log_has_no_line() -> None:
    assert parse_documented("\n \n").lines == ()
    assert parse_documented("...\n").lines == ()


@given(st.lists(st.sampled_from(["a 1", "  b", "...", "", "[1 ... 2]"])))
def test_every_line_of_the_text_is_a_line_of_the_log_or_an_elision_or_blank(lines: list[str]) -> None:
    log = parse_documented("\n".join(lines))
    numbers = [line.number for line in log.lines]
    assert [lines[number - 1] for number in numbers] == [line.text for line in log.lines]
    rest = [line for number, line in enumerate(lines, start=1) if number not in numbers]
    assert set(rest) <= {"", "..."}
    assert log.open_end is (any(lines) and [line for line in lines if line][-1] == "...")


def test_without_elisions_lines_and_records_are_paired_in_order() -> None:
    assert pair("1 a\n2 b\n", ["1 a", "2 b"]) == ([("1 a", 0), ("2 b", 1)], ())


def test_a_line_beyond_the_last_record_has_none() -> None:
    assert pair("1 a\n2 b\n", ["1 a"]) == ([("1 a", 0), ("2 b", None)], ())


def test_a_record_beyond_the_last_line_is_left_over() -> None:
    assert pair("1 a\n", ["1 a", "2 b", "3 c"]) == ([("1 a", 0)], (1, 2))


def test_an_open_end_leaves_nothing_over() -> None:
    assert pair("1 a\n...\n", ["1 a", "2 b", "3 c"]) == ([("1 a", 0)], ())


def test_a_block_behind_an_elision_is_found_by_its_steps() -> None:
    records = ["1 a", "2 b", "3 c", "4 d", "5 e"]
    assert pair("1 a\n...\n3 x\n4 y\n...\n", records)[0] == [("1 a", 0), ("3 x", 2), ("4 y", 3)]


def test_one_wrong_step_does_not_move_a_block() -> None:
    records = [f"{step} same" for step in range(1, 41)]
    expected = [("26 same", 35), ("37 same", 36), ("38 same", 37), ("39 same", 38), ("40 same", 39)]
    assert pair("1 same\n...\n26 same\n37 same\n38 same\n39 same\n40 same\n", records) == (
        [("1 same", 0), *expected],
        (),
    )


def test_a_doubled_record_within_a_block_is_not_passed_over() -> None:
    records = ["1 a", "2 b", "3 c", "3 c", "4 d"]
    # Two of three steps are right in two places; at the end of a log the later one is taken.
    assert pair("1 a\n...\n2 b\n3 c\n4 d\n", records) == ([("1 a", 0), ("2 b", 2), ("3 c", 3), ("4 d", 4)], ())


def test_records_behind_the_last_known_step_are_left_over() -> None:
    assert pair("...\n2 b\n", ["1 a", "2 b", "3 c"]) == ([("2 b", 1)], (2,))


def test_a_run_that_ended_early_lacks_the_last_lines() -> None:
    assert pair("1 a\n...\n4 d\n5 e\n", ["1 a", "2 b", "3 c", "4 d"]) == ([("1 a", 0), ("4 d", 3), ("5 e", None)], ())


def test_steps_that_start_again_belong_to_the_latest_records_at_the_end_of_a_log() -> None:
    records = ["0 a", "100 b", "0 a", "100 b"]
    assert pair("...\n0 a\n100 b\n", records) == ([("0 a", 2), ("100 b", 3)], ())


def test_a_block_is_not_found_before_the_one_above_it() -> None:
    records = ["0 a", "100 b", "0 c", "100 d", "200 e"]
    assert pair("0 a\n100 b\n...\n0 c\n100 d\n...\n", records)[0][2:] == [("0 c", 2), ("100 d", 3)]


def test_without_steps_the_last_block_stands_at_the_end_of_the_run() -> None:
    assert pair("...\nx\ny\n", ["a", "b", "c"], steps=False) == ([("x", 1), ("y", 2)], ())
    assert pair("a\n...\nx\ny\n", ["a", "b"], steps=False) == ([("a", 0), ("x", 1), ("y", None)], ())


def test_without_steps_a_block_in_the_middle_is_where_most_of_its_lines_come_out() -> None:
    assert pair("a\n...\nc\nd\n...\nf\n", ["a", "b", "c", "x", "e", "f"], steps=False)[0] == [
        ("a", 0),
        ("c", 2),
        ("d", 3),
        ("f", 5),
    ]


def test_a_run_without_records_has_none_for_any_line() -> None:
    assert pair("1 a\n...\n5 b\n", []) == ([("1 a", None), ("5 b", None)], ())
    assert align(parse_documented(""), ["a"], [None], {}) == Alignment((), (0,))


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_a_log_with_any_lines_left_out_is_paired_with_the_records_it_came_from(shown: list[bool]) -> None:
    rendered = [f"{step} same" for step in range(len(shown))]
    text = "".join(f"{line}\n" if show else "...\n" for line, show in zip(rendered, shown, strict=True))
    pairs, left_over = pair(text, rendered)
    assert pairs == [(line, index) for index, (line, show) in enumerate(zip(rendered, shown, strict=True)) if show]
    assert left_over == ()
