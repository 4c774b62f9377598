"""Run before a script as a prelude: tells at the end what the child used, processor seconds and KiB resident."""

import atexit
import resource


@atexit.register
def tell():
    used = resource.getrusage(resource.RUSAGE_SELF)
    SETTING["see"]("usage", [used.ru_utime + used.ru_stime, used.ru_maxrss])
