"""Tells the settings with which a script calls layers, losses, optimizers and functions, as they are in force.

Each call that is not like one before it is seen as ``call``: its ``symbol``, its ``kind``, its ``settings``, the names
of those ``given`` in the call (all others are defaults) and the ``line`` of the script. ``calls watched``
says that calls were looked at, whether there were any or not.
"""

import json

from _harness_preludes.calls import crossentropy, methods, places, rows_lone, settings_of, wrapping


def look(call):
    for kind, settings in settings_of.settings_of(call):
        what = {"symbol": call.symbol, "kind": kind, "settings": settings, "given": call.given, "line": call.line}
        key = json.dumps(what, sort_keys=True)
        if key not in told:
            told.add(key)
            SETTING["see"]("call", what)


# What a loop calls again and again says nothing new.
MOST = 200

told = set()
SETTING["see"]("calls watched", True)
places.note_gradients()
wrapping.wrap_all(rows_lone.ALL_ROWS, SETTING["script"], look, MOST)
crossentropy.wrap(look)
methods.wrap(SETTING["script"], look, MOST)
