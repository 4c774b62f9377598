"""Where other random numbers are no matter: of unseeded, seed-continued and seed-missing none speaks."""

from tests.diagnose.draws import APART, EAGER, GRAPH, detect
from tests.diagnose.sides import against_golden, golden, held, made


def test_it_is_silent_about_scripts_that_draw_nothing() -> None:
    assert detect(made(*APART, sources=("w = 1", "w = 2"))) is None
    assert detect(against_golden("pitfalls/rmsprop_accumulator", "eager", "rmsprop", "graph")) is None


def test_it_is_silent_where_the_start_agrees() -> None:
    agree = ({"w": [0.5, 0.4]}, {"w": [0.5, 0.3]})
    assert detect(made(*agree, sources=(GRAPH, EAGER))) is None


def test_it_is_silent_about_one_script_on_two_releases() -> None:
    assert detect(made(*APART, sources=(EAGER, EAGER))) is None


def test_it_is_silent_about_the_right_port_held_against_another_optimizer() -> None:
    left, right = golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "sgd")
    assert detect(held(left, right)) is None
