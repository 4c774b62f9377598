"""The calls whose settings are known: public symbols by kind, and where each setting is among their arguments.

A kind and its settings are the same in all eras. A setting is an argument, ``"rate"``; a part of one, ``"1-keep_prob"``
or ``"scale/2"``; the first of several that the release has and that is not None; or what the code does always,
``Always(value)``. ``Computed(function)`` works it out of all arguments, by name.
"""

from call_rows_data import DATA, START
from call_rows_forward import FORWARD
from call_rows_loss import LOSS
from call_rows_update import UPDATE

ROWS = FORWARD + DATA + LOSS + START + UPDATE
