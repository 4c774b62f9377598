"""Programs of a document: which blocks are joined, and what the others are."""

from harness.documents.example import Reading, Role
from harness.documents.programs import Piece, Program, programs_of


def _programs(*texts: str) -> list[Program]:
    pieces = []
    first = 1
    for number, text in enumerate(texts, start=1):
        count = text.count("\n") + 1
        pieces.append(Piece(number, (Reading(f"{text}\n", tuple(range(first, first + count))),)))
        first += count + 2
    return programs_of(pieces)


def _told(programs: list[Program]) -> list[tuple[tuple[int, ...], Role]]:
    return [(program.blocks, program.role) for program in programs]


def test_a_block_that_uses_a_name_of_the_one_before_continues_it() -> None:
    programs = _programs("import tensorflow as tf\nw = tf.Variable(5.0)", "print(w)")
    assert _told(programs) == [((1, 2), Role.WHOLE)]
    assert programs[0].readings[0].text == "import tensorflow as tf\nw = tf.Variable(5.0)\nprint(w)\n"
    assert programs[0].readings[0].numbers == (1, 2, 5)


def test_a_block_that_imports_and_needs_nothing_begins_a_program() -> None:
    programs = _programs("import tensorflow as tf\nprint(1)", "import tensorflow as tf\nprint(2)")
    assert _told(programs) == [((1,), Role.WHOLE), ((2,), Role.WHOLE)]


def test_a_block_that_uses_names_of_two_programs_joins_both() -> None:
    programs = _programs("data = [1, 2]", "import tensorflow as tf\nx = tf.constant(1)", "print(data, x)")
    assert _told(programs) == [((1, 2, 3), Role.WHOLE)]


def test_a_block_that_needs_tf_alone_stands_by_itself_with_an_import() -> None:
    programs = _programs("import tensorflow as tf\nprint(tf.constant(1))", "print(tf.constant(2))")
    assert _told(programs) == [((1,), Role.WHOLE), ((2,), Role.WHOLE)]
    assert programs[1].readings[0].text == "import tensorflow as tf\nprint(tf.constant(2))\n"
    assert programs[1].readings[0].numbers[0] == 0
    assert programs[1].readings[0].restored == ("imports",)


def test_it_is_joined_all_the_same_where_eager_execution_was_switched_on() -> None:
    programs = _programs("import tensorflow as tf\ntf.enable_eager_execution()", "print(tf.constant(2))")
    assert _told(programs) == [((1, 2), Role.WHOLE)]


def test_a_block_with_names_that_nothing_defines_is_a_fragment() -> None:
    programs = _programs("loss = tf.reduce_mean(tf.square(y_ - y))")
    assert _told(programs) == [((1,), Role.FRAGMENT)]
    assert programs[0].missing == ("tf", "y", "y_")


def test_lines_that_are_shown_again_are_an_excerpt() -> None:
    whole = "import tensorflow as tf\nw = tf.Variable(5.0)\nfor i in range(3):\n    w.assign(1.0)\n    print(w)"
    programs = _programs(whole, "for i in range(3):\n    w.assign(1.0)")
    assert _told(programs) == [((1,), Role.WHOLE), ((2,), Role.EXCERPT)]
    assert programs[1].of == 1


def test_lines_that_are_shown_again_with_one_left_out_are_a_variation() -> None:
    whole = (
        "import tensorflow as tf\nw = tf.Variable(5.0)\nfor i in range(3):\n\tw.assign(1.0)\n\tv = w + 1\n\tprint(v)"
    )
    programs = _programs(whole, "for i in range(3):\n        v = w + 1")
    assert _told(programs) == [((1,), Role.WHOLE), ((2,), Role.VARIATION)]
    assert programs[1].readings[0].text == (
        "import tensorflow as tf\nw = tf.Variable(5.0)\nfor i in range(3):\n\tv = w + 1\n\tprint(v)\n"
    )


def test_pieces_that_the_whole_code_shows_again_at_the_end_are_excerpts() -> None:
    piece = "import tensorflow as tf\nw = tf.Variable(5.0)"
    programs = _programs(piece, f"{piece}\nw.assign(1.0)\nprint(w)")
    assert _told(programs) == [((1,), Role.EXCERPT), ((2,), Role.WHOLE)]
    assert programs[0].of == 2


def test_all_ways_to_read_two_blocks_are_ways_to_read_both() -> None:
    ways = (Reading("a = 1\n", (1,)), Reading("a = 2\n", (1,), ("indentation",)))
    programs = programs_of([Piece(1, ways), Piece(2, (Reading("print(a)\n", (3,)),))])
    assert [reading.text for reading in programs[0].readings] == ["a = 1\nprint(a)\n", "a = 2\nprint(a)\n"]


def test_an_assignment_that_is_made_again_behind_the_end_is_a_variation() -> None:
    whole = "import tensorflow as tf\nrate = 0.1\nfor i in range(3):\n    print(rate * i)"
    programs = _programs(whole, "rate = 0.05")
    assert _told(programs) == [((1,), Role.WHOLE), ((2,), Role.VARIATION)]
    assert (
        programs[1].readings[0].text
        == "import tensorflow as tf\nrate = 0.05\nfor i in range(3):\n    print(rate * i)\n"
    )
    assert programs[1].readings[0].numbers == (1, 7, 3, 4)


def test_it_continues_the_program_where_more_code_goes_on_from_it() -> None:
    whole = "import tensorflow as tf\nrate = 0.1\nprint(rate)"
    assert _told(_programs(whole, "rate = rate / 2", "print(rate, 2)")) == [((1, 2, 3), Role.WHOLE)]


def test_a_function_that_is_defined_again_and_called_further_down_goes_on() -> None:
    whole = "import tensorflow as tf\ndef step(x):\n    y = x + 1\n    return y\nprint(step(1))"
    again = "def step(x):\n    y = x + tf.constant(2)\n    return y"
    assert _told(_programs(whole, again, "print(step(2))")) == [((1,), Role.WHOLE), ((2, 3), Role.WHOLE)]
