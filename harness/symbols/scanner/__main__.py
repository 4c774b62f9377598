"""Say which public symbols the TensorFlow of this interpreter has, as JSON on the descriptor that stdout was.

A program for the interpreter of any release: standard library only, Python 3.6 to today.
"""

import json
import os
import sys
import warnings


def main():
    """Walk, and write; what TensorFlow prints meanwhile goes to stderr."""
    told = os.dup(1)
    os.dup2(2, 1)
    warnings.simplefilter("ignore")

    import tensorflow

    from tables import upgrade_tables
    from walk import walk

    found = walk(tensorflow)
    scan = {"tensorflow": tensorflow.__version__, "symbols": found, "tables": upgrade_tables()}
    with os.fdopen(told, "w") as out:
        json.dump(scan, out, sort_keys=True)
    # Threads of TensorFlow's own need not be waited for.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
