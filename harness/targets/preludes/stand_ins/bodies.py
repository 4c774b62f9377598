"""Another body for a function that is known by many names."""

import types

HOOK = "_stand_in_%s"


def become(function, replacement):
    """Put another body into a function, and give the function that it was; None if that has been done before.

    A module's ``get_file`` is known by a dozen names by now, in the API's modules and in those that have imported it.
    They all are this one function.
    """
    hook = HOOK % function.__name__
    here = function.__globals__
    if hook in here:
        return None
    original = types.FunctionType(
        function.__code__, here, function.__name__, function.__defaults__, function.__closure__
    )
    original.__kwdefaults__ = function.__kwdefaults__
    here[hook] = replacement
    scope = {}
    exec("def body(*args, **named):\n    return %s(globals(), *args, **named)" % hook, here, scope)
    function.__defaults__ = function.__kwdefaults__ = None
    function.__code__ = scope["body"].__code__
    return original
