"""Names of releases and of symbols: their order, and what is one symbol by two names."""

_COMPAT = "tf.compat.v1."


def release_number(release: str) -> tuple[int, ...]:
    """Give ``1.15`` as what orders it after ``1.4``."""
    return tuple(int(part) for part in release.split("."))


def is_tf2(release: str) -> bool:
    """Whether a release is one of TensorFlow 2."""
    return release_number(release) >= (2, 0)


def plain_name(name: str) -> str:
    """Give the name as TensorFlow 1 and its tables have it: ``tf.X`` for ``tf.compat.v1.X``."""
    return f"tf.{name.removeprefix(_COMPAT)}" if name.startswith(_COMPAT) else name
