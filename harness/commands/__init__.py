"""The verbs of the ``harness`` command, one file each: ``add`` declares its options, ``execute`` does it."""
