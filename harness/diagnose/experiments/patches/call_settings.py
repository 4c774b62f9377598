"""Calls of the script get other settings: ``calls`` are the symbol, the line and the ``settings`` of each."""

import inspect

import call_crossentropy
import call_methods
import call_places
import call_rows_lone
import call_settings_of
import call_wrapping
import setting_swaps

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
            arguments.update(call_settings_of.arguments_for(call, name, value))
    if not swaps:
        return arguments

    def instead(original, *args, **named):
        args, named = call_wrapping.with_arguments(inspect.signature(original), args, named, arguments)
        for swap in swaps[:-1]:
            original = swap(original)
        return swaps[-1](original)(*args, **named)

    return instead


call_places.note_gradients()
call_wrapping.wrap_all(call_rows_lone.ALL_ROWS, SCRIPT, look)
call_crossentropy.wrap(look)
call_methods.wrap(SCRIPT, look)
