"""The calls whose settings are known: public symbols by kind, and where each setting is among their arguments.

A kind and its settings are the same in all eras. A setting is an argument, ``"rate"``; a part of one, ``"1-keep_prob"``
or ``"scale/2"``; the first of several that the release has and that is not None; or what the code does always,
``Always(value)``. ``Computed(function)`` works it out of all arguments, by name.
"""

from _harness_preludes.calls.rows_data import DATA, START
from _harness_preludes.calls.rows_forward import FORWARD
from _harness_preludes.calls.rows_loss import LOSS
from _harness_preludes.calls.rows_update import UPDATE

ROWS = FORWARD + DATA + LOSS + START + UPDATE
