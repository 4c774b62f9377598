"""Calls of the script get other settings: ``calls`` are the symbol, the line and the ``settings`` of each."""

import inspect

from _harness_patches.tools import setting_swaps
from _harness_preludes.calls import crossentropy, methods, places, rows_lone, settings_of, wrapping

settings = {(call["symbol"], call["line"]): call["settings"] for call in CHANGE["calls"]}


def look(call):
    wanted = settings.get((call.symbol, call.line))
    if not wanted:
        return None
    rest, swaps = dict(wanted), []
    for name in sorted(set(wanted) - {"form"}):
        if name not in rest:
            continue
        swap = setting_swaps.swap_of(call, name, rest)
        if swap is not None:
            swaps.append(swap)
            rest.pop(name, None)
    arguments = {}
    for name, value in sorted(rest.items()):
        if name != "form":
            arguments.update(settings_of.arguments_for(call, name, value))
    if not swaps:
        return arguments

    def instead(original, *args, **named):
        args, named = wrapping.with_arguments(inspect.signature(original), args, named, arguments)
        for swap in swaps[:-1]:
            original = swap(original)
        return swaps[-1](original)(*args, **named)

    return instead


places.note_gradients()
wrapping.wrap_all(rows_lone.ALL_ROWS, SCRIPT, look)
crossentropy.wrap(look)
methods.wrap(SCRIPT, look)
