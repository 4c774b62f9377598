"""The tables of `tf_upgrade_v2`, as this release has them."""


def upgrade_tables():
    """Give its renames of symbols and of arguments, the older order of arguments, and its warnings; empty dicts where
    the release has no such program."""
    empty = {"symbols": {}, "arguments": {}, "orders": {}, "warnings": {}}
    try:
        from tensorflow.tools.compatibility import tf_upgrade_v2

        spec = tf_upgrade_v2.TFAPIChangeSpec()
    except Exception:
        return empty
    orders, warnings = _table(spec, "function_reorders"), _table(spec, "function_warnings")
    return {
        "symbols": _table(spec, "symbol_renames"),
        "arguments": {name: dict(found) for name, found in _table(spec, "function_keyword_renames").items()},
        "orders": {name: list(found) for name, found in orders.items() if not callable(found)},
        "warnings": {name: _message(found) for name, found in warnings.items()},
    }


def _table(spec, name):
    """A table of the program's; the first release that had it, 1.13, lacks some."""
    return dict(getattr(spec, name, None) or {})


def _message(found):
    text = found[1] if isinstance(found, (tuple, list)) else str(found)
    return " ".join(str(text).split())[:400]
