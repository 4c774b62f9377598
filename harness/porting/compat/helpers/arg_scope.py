_scopes = [{}]


@contextlib.contextmanager
def arg_scope(list_ops_or_scope, **arguments):
    """What tf.contrib.framework.arg_scope did: defaults for the functions that add_arg_scope knows."""
    if isinstance(list_ops_or_scope, dict):
        scope = dict(list_ops_or_scope)
    else:
        scope = dict(_scopes[-1])
        for function in list_ops_or_scope:
            name = getattr(function, "scoped", function)
            scope[name] = dict(scope.get(name, {}), **arguments)
    _scopes.append(scope)
    try:
        yield scope
    finally:
        _scopes.pop()


def add_arg_scope(function):
    """What tf.contrib.framework.add_arg_scope did."""

    @functools.wraps(function)
    def scoped(*args, **arguments):
        return function(*args, **dict(_scopes[-1].get(function, {}), **arguments))

    scoped.scoped = function
    return scoped
