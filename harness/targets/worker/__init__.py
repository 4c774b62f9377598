"""What runs inside a target's interpreter: one import of TensorFlow, one child process per run.

The folder is started as a program (see ``__main__``) and, but for ``folders``, never imported by the host side. It
needs nothing but the standard library and keeps to the syntax of Python 3.6.

==============  ===========================================================================
``keeper``      a process above the server that ends all when the host is gone, or the server
``server``      the loop: reads requests, starts children, looks after them, answers
``start``       two ways to a child: a fork of the server, or a process that imports anew
``run``         one run as the server sees it: limits, what it said, the answer to it
``page``        memory that a child and the server share: when it began, how it ended
``shield``      the project of a case, read-only for its runs, or watched
``view``        a folder of the user's as a run sees it, and no network
``landlock``    writing in a few folders only, without any rights
``scene``       the rest of what a script finds: its words, packages beside TensorFlow, preludes
``steps``       the steps that a script prints
``folders``     getting rid of folders, and what they hold
``stream``      a pipe of which a bounded part is kept
``processes``   what the kernel knows: who is whose child, memory, and getting rid of all
``child``       what happens inside a child: settle in, run the script, say how it ended
``script``      loading a script, and what it gives: records, or what it prints
``own_names``   modules of the script that are named like one of the standard library
``naming``      whether a script's text names a ``trace``
``ahead``       what all children need alike, done once: preludes compiled, names of modules
``huge_pages``  the server's memory in huge pages: cheaper forks
``patching``    what an experiment changes before the script runs
``encode``      a record's values as JSON, with dtype and every bit
``tensorflow``  importing TensorFlow, ``tensorflow.compat.v1`` for releases without it, facts
==============  ===========================================================================

Requests and answers are JSON objects, one a line, over stdin and stdout; ``{"jobs": 2}`` among the requests says how
many children may run side by side from now on. ``harness/link.py`` is the other end.
"""
