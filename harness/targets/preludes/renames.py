"""Folders are renamed by a copy where an overlay cannot do it, which takes rights that a user does not have.

A kernel keeps where a renamed folder lies in ``trusted`` attributes (redirect_dir), which no user namespace may set.
"""

import errno
import os
import shutil


def copying(rename):
    def renamed(source, target, *more, **named):
        try:
            rename(source, target, *more, **named)
            return
        except OSError as error:
            there = os.path.lexists(target) and bool(not os.path.isdir(target) or os.listdir(target))
            if error.errno != errno.EXDEV or more or named or there or not os.path.isdir(source):
                raise
        if os.path.isdir(target):
            os.rmdir(target)
        shutil.copytree(source, target, symlinks=True)
        shutil.rmtree(source)

    return renamed


os.rename = copying(os.rename)
os.replace = copying(os.replace)
