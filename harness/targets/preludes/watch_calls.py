"""Tells the settings with which a script calls layers, losses, optimizers and functions, as they are in force.

Each call that is not like one before it is seen as ``call``: its ``symbol``, its ``kind``, its ``settings``, the names
of those ``given`` in the call (all others are defaults) and the ``line`` of the script. ``calls watched``
says that calls were looked at, whether there were any or not.
"""

import json

import call_crossentropy
import call_methods
import call_places
import call_rows_lone
import call_settings_of
import call_wrapping


def look(call):
    for kind, settings in call_settings_of.settings_of(call):
        what = {"symbol": call.symbol, "kind": kind, "settings": settings, "given": call.given, "line": call.line}
        key = json.dumps(what, sort_keys=True)
        if key not in told:
            told.add(key)
            SETTING["see"]("call", what)


# What a loop calls again and again says nothing new.
MOST = 200

told = set()
SETTING["see"]("calls watched", True)
call_places.note_gradients()
call_wrapping.wrap_all(call_rows_lone.ALL_ROWS, SETTING["script"], look, MOST)
call_crossentropy.wrap(look)
call_methods.wrap(SETTING["script"], look, MOST)
