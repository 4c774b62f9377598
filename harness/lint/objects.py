"""Of which class the object is that a call gives, as far as TensorFlow's names tell."""

from harness.lint.names import Ref
from harness.symbols.timeline import Timeline

# The methods of a dataset that do not give a dataset.
_NO_DATASET = (
    "make_one_shot_iterator",
    "make_initializable_iterator",
    "reduce",
    "as_numpy_iterator",
    "cardinality",
    "get_single_element",
    "save",
)
_ITERATORS = ("make_one_shot_iterator", "make_initializable_iterator")
_FUNCTIONS = {
    "tf.data.make_one_shot_iterator": "data.Iterator",
    "tf.data.make_initializable_iterator": "data.Iterator",
    "tf.placeholder": "Tensor",
    "tf.constant": "Tensor",
}


def class_of_call(timeline: Timeline, ref: Ref) -> tuple[str, ...]:
    """Give the names of the class of which a call of ``ref`` makes an object; none where that is not known."""
    if ref.instance:
        return ()
    found = []
    for name in ref.names:
        made = _made(timeline, name)
        if made is not None:
            found.append(made)
    return tuple(found)


def _made(timeline: Timeline, name: str) -> str | None:
    if "class" in timeline.kinds(name):
        return name
    above, _, word = name.rpartition(".")
    if above.endswith("Dataset"):
        if word in _ITERATORS:
            return f"{above.removesuffix('.Dataset')}.Iterator"
        return None if word in _NO_DATASET else above
    root = "tf.compat.v1." if name.startswith("tf.compat.v1.") else "tf."
    plain = f"tf.{name.removeprefix(root)}"
    return f"{root}{_FUNCTIONS[plain]}" if plain in _FUNCTIONS else None
