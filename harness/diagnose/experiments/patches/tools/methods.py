"""Methods of one object."""


def give_methods(thing, **methods):
    """Give an object other methods, and no other object of its class."""
    kind = type(thing)
    object.__setattr__(thing, "__class__", type(kind.__name__, (kind,), dict(methods, __module__=kind.__module__)))
