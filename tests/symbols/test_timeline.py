"""The timeline that comes with the package: what was read off the releases."""

from itertools import pairwise

import pytest

from harness.releases.release import read_releases
from harness.releases.shipped import own_root
from harness.symbols.difference import difference
from harness.symbols.history import history
from harness.symbols.replacements import replacement_of
from harness.symbols.scan import scan
from harness.symbols.timeline import TIMELINE, read_timeline
from tests.conftest import tensorflow_pythons

TIMES = read_timeline()


def signatures(name: str) -> dict[str, str]:
    return {TIMES.releases[span.first]: span.symbol.text for span in history(TIMES, name).spans}


def first_and_last(name: str) -> tuple[str, str]:
    spans = history(TIMES, name).spans
    return TIMES.releases[spans[0].first], TIMES.releases[spans[-1].last]


def test_it_was_made_of_every_release_of_tox_ini() -> None:
    releases = {release.name.removeprefix("tf"): release.version for release in read_releases(own_root())}
    assert {name: made["version"] for name, made in TIMES.made_from.items()} == {
        name: version.replace("2.22.0rc0", "2.22.0-rc0") for name, version in releases.items()
    }


def test_it_is_small() -> None:
    assert TIMELINE.stat().st_size < 3_000_000


def test_reduce_sum_took_keep_dims_until_1_15_and_takes_keepdims_since_1_5() -> None:
    found = signatures("tf.reduce_sum")
    assert "keep_dims" in found["0.12"] and "keepdims" not in found["0.12"]
    assert "keep_dims" in found["1.5"] and "keepdims" in found["1.5"]
    assert found["2.0"] == "(input_tensor, axis=None, keepdims=False, name=None)"
    assert first_and_last("tf.reduce_sum") == ("0.12", "2.22")


def test_the_second_argument_of_dropout_became_another_one_in_2_0() -> None:
    borders = {border.release: border for border in history(TIMES, "tf.nn.dropout").borders}
    assert borders["2.0"].silent
    assert "argument 2 by place: was keep_prob, is rate; such calls change meaning silently" in borders["2.0"].changes


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("tf.placeholder", "0.12", "1.15"),
        ("tf.Session", "0.12", "1.15"),
        ("tf.compat.v1.Session", "1.13", "2.22"),
        ("tf.compat.v1.layers.dense", "1.13", "2.15"),
        ("tf.contrib.layers.fully_connected", "0.12", "1.15"),
        ("tf.train.AdamOptimizer", "0.12", "1.15"),
        ("tf.train.AdamOptimizer.minimize", "0.12", "1.15"),
        ("tf.keras.layers.Dense", "1.4", "2.22"),
        ("tf.GradientTape", "1.8", "2.22"),
        ("tf.estimator.DNNClassifier", "1.3", "2.15"),
        ("tf.mul", "0.12", "0.12"),
        ("tf.multiply", "0.12", "2.22"),
    ],
)
def test_a_symbol_is_there_from_its_first_release_to_its_last(name: str, first: str, last: str) -> None:
    assert first_and_last(name) == (first, last)


def test_a_parameters_default_is_that_of_each_release() -> None:
    adam = signatures("tf.keras.optimizers.Adam")
    assert "epsilon=1e-08" in adam["1.4"]
    assert "epsilon=1e-07" in list(adam.values())[-1]


def test_what_is_deprecated_has_its_advice() -> None:
    symbol = TIMES.at("tf.reduce_sum", TIMES.place("1.15"))
    assert symbol is not None
    assert symbol.deprecations == "keep_dims: keep_dims is deprecated, use keepdims instead"


def test_a_replacement_comes_from_the_tables_of_tf_upgrade_v2() -> None:
    found = replacement_of(TIMES, "tf.placeholder")
    assert found is not None
    assert (found.name, found.source) == ("tf.compat.v1.placeholder", "table")
    reduced = replacement_of(TIMES, "tf.reduce_sum")
    assert reduced is not None
    assert reduced.arguments["keep_dims"] == "keepdims"


def test_between_two_releases_it_is_told_what_went_came_and_changed() -> None:
    found = difference(TIMES, TIMES.place("1.15"), TIMES.place("2.0"), "tf.train")
    assert "tf.train.AdamOptimizer" in found.gone
    assert "tf.train.Checkpoint" not in (*found.gone, *found.new)


def test_the_releases_stand_in_their_order() -> None:
    keys = [tuple(int(part) for part in name.split(".")) for name in TIMES.releases]
    assert all(early < late for early, late in pairwise(keys))


def test_a_release_scanned_now_says_what_the_timeline_says(tf2_python: object) -> None:
    name = next(name for name, path in tensorflow_pythons().items() if path == tf2_python)
    place = TIMES.place(name)
    found = scan(tf2_python)  # type: ignore[arg-type]
    for symbol, (kind, text, deprecation, bases) in found.symbols.items():
        if kind != "alias":
            known = TIMES.at(symbol, place)
            assert known is not None, symbol
            assert (known.kind, known.text, known.deprecations, known.bases) == (kind, text, deprecation, bases)


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("tf.compat.v1.RunOptions.FULL_TRACE", True),
        ("tf.compat.v1.OptimizerOptions.ON_1", True),
        ("tf.train.Example.features", True),
        ("tf.compat.v1.RunOptions.TRACE", False),
        ("tf.RunOptions.FULL_TRACE", False),
    ],
)
def test_what_a_message_has_is_there_as_long_as_it_is_though_its_class_lists_it_no_more(name: str, there: bool) -> None:
    assert (TIMES.at(name, TIMES.place("2.15")) is not None) is there
