"""What runs inside a target's interpreter: one import of TensorFlow, one child process per run.

The folder is started as a program (see ``__main__``) and never imported by the host side. It needs nothing but the
standard library and keeps to the syntax of Python 3.6.

==============  ===========================================================================
``server``      reads requests, starts children, bounds and collects them, answers
``child``       what happens inside a child: load the script, run it, report how it ended
``encode``      a record's values as JSON, with dtype and every bit
``tensorflow``  importing TensorFlow, ``tensorflow.compat.v1`` for releases without it, facts
==============  ===========================================================================

Requests and answers are JSON objects, one a line, over stdin and stdout. ``harness/target.py`` is the other end.
"""
