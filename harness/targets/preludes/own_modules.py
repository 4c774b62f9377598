"""Modules of the user's own, beside the script, whose text is another than their file's: translated from Python 2.

``SETTING["texts"]`` are the texts by path.
"""

import importlib.machinery
import importlib.util
import linecache
import os
import sys

texts = SETTING["texts"]


class Loader(importlib.machinery.SourceFileLoader):
    """Has the text in place of the file's."""

    def get_data(self, path):
        if path in texts:
            return texts[path].encode("utf-8")
        return super(Loader, self).get_data(path)

    def get_code(self, fullname):
        # Not what was compiled of the file itself.
        return compile(texts[self.path].lstrip("\ufeff"), self.path, "exec", dont_inherit=True)

    def get_source(self, fullname):
        return texts[self.path]


class Finder(object):
    """Hands on what the finders after it have found, with a loader that has the text."""

    def find_spec(self, name, path=None, target=None):
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            find = getattr(finder, "find_spec", None)
            spec = None if find is None else find(name, path, target)
            if spec is not None:
                if spec.origin in texts:
                    spec.loader = Loader(name, spec.origin)
                    spec.cached = None
                return spec
        return None


def with_texts(update):
    """AutoGraph has files read anew, and would compile what stands in them."""

    def updatecache(filename, module_globals=None):
        if filename not in texts:
            return update(filename, module_globals)
        lines = texts[filename].splitlines(True)
        linecache.cache[filename] = (len(texts[filename]), None, lines, filename)
        return lines

    return updatecache


# In Python 2 a module finds those that lie beside it.
sys.path += [each for each in dict.fromkeys(map(os.path.dirname, texts)) if each not in sys.path]
sys.meta_path.insert(0, Finder())
linecache.updatecache = with_texts(linecache.updatecache)
for place in texts:
    linecache.updatecache(place)
