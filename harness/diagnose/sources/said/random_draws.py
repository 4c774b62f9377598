"""Random draws: what a script draws, from which generator, and with which seeds."""

import re
from dataclasses import dataclass

from harness.diagnose.sources.text.source import Call, Source

# What TF1 combines with the seed of an op where the graph has none; eager mode does the same.
DEFAULT_GRAPH_SEED = "87654321"
# In place of one that the script does not tell.
UNKNOWN_SEED = "the graph seed of the other side"

# Place of ``seed`` among the arguments.
_SEEDED = {
    "random_normal": 4,
    "random.normal": 4,
    "truncated_normal": 4,
    "random.truncated_normal": 4,
    "random_uniform": 4,
    "random.uniform": 4,
    "random_shuffle": 1,
    "random.shuffle": 1,
}
_SET_SEED = ("random.set_seed", "random.set_random_seed", "set_random_seed", "keras.utils.set_random_seed")
_SET_SEED_WORDS = ("set_seed", "set_random_seed")
_OTHER = re.compile(r"^random\.(?:stateless_\w+|experimental\.\w+|Generator\b.*|get_global_generator\b.*)$")
# Without what is called on its result: a generator, or what drew, is a call of its own.
_NUMPY = re.compile(r"^numpy\.random\.(?!seed$|get_state$|set_state$)(\w+)$")
_NUMPY_GENERATORS = ("RandomState", "default_rng", "Generator", "SeedSequence", "PCG64", "MT19937")
_PYTHON = re.compile(
    r"^random\.(?:random|randint|uniform|gauss|normalvariate|choice|choices|sample|shuffle|randrange)$"
)
# What Keras draws unless it is told otherwise: initial weights, and the order of rows in each epoch of fit.
_LAYERS = re.compile(
    r"^(?:keras\.)?layers\.(?:Dense|Conv[123]D(?:Transpose)?|SeparableConv2D|SimpleRNN|LSTM|GRU|Embedding|dense|conv[123]d)$"
)
# What draws in each call of it, in training; place of ``seed`` among the arguments.
_NOISE = {
    "Dropout": 2,
    "SpatialDropout1D": 1,
    "SpatialDropout2D": 2,
    "GaussianNoise": 1,
    "GaussianDropout": 1,
    "AlphaDropout": 2,
}
_DROPOUT = {"nn.dropout": 3, "layers.dropout": 3}
_WEIGHTS_GIVEN = ("set_weights", "load_weights", "load_model", "restore")
_KERNELS = ("kernel_initializer", "embeddings_initializer")
_FIXED = re.compile(r"zeros|ones|constant|identity|seed\s*=", re.IGNORECASE)


@dataclass(frozen=True)
class Draw:
    """One call that draws by a TensorFlow op. ``seed`` is its own seed, empty for none; a text that is no number where
    the script does not tell it."""

    call: Call
    seed: str

    @property
    def known(self) -> bool:
        """Whether the seed is a number, or none."""
        return not self.seed or is_number(self.seed)


def draws_of(source: Source) -> tuple[Draw, ...]:
    """Give the draws by ops whose stream belongs to the op (TF1) or goes on (eager mode)."""
    found = []
    for call in source.calls:
        if call.name.startswith("tensorflow") and call.api in _SEEDED:
            seed = call.argument(_SEEDED[call.api], "seed")
            found.append(Draw(call, "" if seed in (None, "None") else _resolved(source, str(seed))))
    return tuple(found)


def graph_seed(source: Source) -> str:
    """Give the seed of the graph, or of eager mode; a text that is no number where the script does not tell it: it is
    set in a way that is not understood, or to more than one number."""
    calls = set_seeds(source)
    if sum(source.words.get(name, 0) for name in _SET_SEED_WORDS) > len(calls):
        return UNKNOWN_SEED
    seeds = {_resolved(source, call.argument(0, "seed") or UNKNOWN_SEED) for call in calls}
    return (seeds or {DEFAULT_GRAPH_SEED}).pop() if len(seeds) <= 1 else UNKNOWN_SEED


def is_number(seed: str) -> bool:
    """Whether the text of a seed is a number."""
    return seed.lstrip("-").isdigit()


def _resolved(source: Source, seed: str) -> str:
    return source.constants.get(seed, seed)


def set_seeds(source: Source) -> tuple[Call, ...]:
    """Give the calls that set the seed of the graph, or of eager mode."""
    return tuple(
        call for call in source.calls if call.name.startswith(("tensorflow", "keras")) and call.api in _SET_SEED
    )


def other_generators(source: Source) -> tuple[Call, ...]:
    """Give the draws of TensorFlow whose seeds mean something else: stateless ones, ``tf.random.Generator``."""
    return tuple(call for call in source.calls if call.name.startswith("tensorflow") and _OTHER.match(call.api))


def numpy_draws(source: Source) -> tuple[Call, ...]:
    """Give the draws of NumPy's own functions, and what makes a generator of its."""
    return tuple(call for call in source.calls if _NUMPY.match(call.name))


def unseeded_draws(source: Source) -> tuple[Call, ...]:
    """Give the draws that come out otherwise in each run: nothing in the script seeds them."""
    if _seeds_all(source):
        return ()
    found = []
    if not set_seeds(source):
        found += [draw.call for draw in draws_of(source) if not draw.seed]
        found += drawn_by_keras(source) + dropped(source)
        found += [call for call in source.calls if call.method == "read_data_sets" and "seed" not in call.keywords]
    if not any(call.name == "numpy.random.seed" for call in source.calls):
        for call in numpy_draws(source):
            if call.method not in _NUMPY_GENERATORS or not (call.arguments or call.keywords):
                found.append(call)
    if not any(call.name == "random.seed" for call in source.calls):
        found += [call for call in source.calls if _PYTHON.match(call.name)]
    return tuple(sorted(found, key=lambda call: call.line))


def drawn_by_keras(source: Source) -> list[Call]:
    """Give the layers whose initial weights are drawn, with no seed of their own, and what shuffles rows without one.

    Since 2.10 ``tf.random.set_seed`` does not reach the weights, ``keras.utils.set_random_seed`` does.
    """
    return [] if _seeds_all(source) else _layers_that_draw(source)


def _layers_that_draw(source: Source) -> list[Call]:
    layers = [
        call
        for call in source.calls
        if call.name.startswith(("tensorflow", "keras"))
        and _LAYERS.match(call.api)
        and not any(_FIXED.search(call.keywords.get(kernel, "")) for kernel in _KERNELS)
    ]
    if any(call.method in _WEIGHTS_GIVEN for call in source.calls):
        layers = []  # which of them is given other weights cannot be told
    return [*layers, *noisy_layers(source), *(call for call in source.calls if _shuffles(call))]


def noisy_layers(source: Source) -> list[Call]:
    """Give the layers of Keras that draw in each call, in training, without a seed of their own."""
    return [
        call
        for call in source.calls
        if call.api == f"keras.layers.{call.method}"
        and call.method in _NOISE
        and call.argument(_NOISE[call.method], "seed") in (None, "None")
    ]


def dropped(source: Source) -> list[Call]:
    """Give the calls of TensorFlow that leave out random numbers, without a seed of their own."""
    return [
        call
        for call in source.calls
        if call.name.startswith("tensorflow")
        and call.api in _DROPOUT
        and call.argument(_DROPOUT[call.api], "seed") in (None, "None")
    ]


def draws_anything(source: Source) -> bool:
    """Whether a script draws any random number, seeded or not; one that cannot be read may."""
    if not source.parsed or any(_PYTHON.match(call.name) for call in source.calls):
        return True
    drops = any(call.name.startswith("tensorflow") and call.api in _DROPOUT for call in source.calls)
    return drops or any((*draws_of(source), *numpy_draws(source), *other_generators(source), *_left_to_chance(source)))


def _left_to_chance(source: Source) -> list[Call]:
    return [*_layers_that_draw(source), *dropped(source)]


def _seeds_all(source: Source) -> bool:
    """Whether the script seeds Python, NumPy and TensorFlow at once, as Keras does it."""
    return any(call.api == "keras.utils.set_random_seed" for call in source.calls)


def _shuffles(call: Call) -> bool:
    """Whether this is Keras' ``fit``, which shuffles the rows, or a data set's ``shuffle`` without a seed."""
    if call.method == "fit":
        return call.keywords.get("shuffle") != "False" and ("epochs" in call.keywords or "batch_size" in call.keywords)
    return call.method == "shuffle" and "from_tensor" in call.name and call.argument(1, "seed") is None
