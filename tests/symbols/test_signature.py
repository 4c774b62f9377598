"""A signature is read from its text, and says which calls it takes."""

from hypothesis import given
from hypothesis import strategies as st

from harness.symbols.signature import Call, Misfit, Parameter, misfit, read_signature

_DROPOUT = "(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None)"
_NAMES = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), unique=True, max_size=6)


def test_parameters_are_read_with_their_defaults() -> None:
    signature = read_signature("(x, scale=[1, 2], *, name='a, b', **options)")
    assert signature.parameters == (
        Parameter("x", None),
        Parameter("scale", "[1, 2]"),
        Parameter("name", "'a, b'", keyword_only=True),
    )
    assert (signature.any_positional, signature.any_keyword) == (False, True)


def test_a_default_without_a_text_of_its_own_is_one_default() -> None:
    assert read_signature("(x, initializer=<Zeros>, shape=(1, 2))").parameters[1:] == (
        Parameter("initializer", "<Zeros>"),
        Parameter("shape", "(1, 2)"),
    )


def test_a_call_that_fits_has_no_misfit() -> None:
    assert misfit(read_signature(_DROPOUT), Call(2, ("seed",))) is None


def test_a_keyword_that_is_not_there_is_unknown() -> None:
    assert misfit(read_signature("(x, rate)"), Call(1, ("keep_prob",))) == Misfit("unknown", "keep_prob")


def test_more_arguments_by_place_than_parameters_are_too_many() -> None:
    assert misfit(read_signature("(x, rate)"), Call(3)) == Misfit("too-many")


def test_what_comes_after_a_star_cannot_be_given_by_place() -> None:
    assert misfit(read_signature("(x, *, rate=None)"), Call(2)) == Misfit("too-many")


def test_a_function_that_guards_its_arguments_takes_none_by_place() -> None:
    guarded = read_signature("(_sentinel=None, labels=None, logits=None)")
    assert misfit(guarded, Call(2)) == Misfit("too-many")
    assert misfit(guarded, Call(0, ("labels", "logits"))) is None


def test_a_parameter_without_default_has_to_be_given() -> None:
    assert misfit(read_signature("(x, rate)"), Call(1)) == Misfit("missing", "rate")


def test_a_parameter_given_by_place_and_by_name_is_given_twice() -> None:
    assert misfit(read_signature("(x, rate)"), Call(2, ("rate",))) == Misfit("twice", "rate")


def test_a_call_with_stars_may_give_whatever_is_missing() -> None:
    assert misfit(read_signature("(x, rate)"), Call(0, (), open_positional=True)) is None
    assert misfit(read_signature("(x, rate)"), Call(1, (), open_keywords=True)) is None


def test_a_signature_that_nobody_knows_takes_every_call() -> None:
    assert misfit(read_signature(""), Call(9, ("anything",))) is None


@given(_NAMES, _NAMES)
def test_a_signature_takes_the_call_that_gives_all_its_parameters(required: list[str], optional: list[str]) -> None:
    optional = [name for name in optional if name not in required]
    signature = read_signature(f"({', '.join([*required, *(f'{name}=None' for name in optional)])})")
    assert [each.name for each in signature.positional] == required + optional
    assert misfit(signature, Call(len(required), tuple(optional))) is None
    assert misfit(signature, Call(len(required) + len(optional))) is None
    assert misfit(signature, Call(len(required) + len(optional) + 1)) == Misfit("too-many")
