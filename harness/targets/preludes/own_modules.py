"""Modules of the user's own, beside the script, whose text is another than their file's: translated from Python 2.

``SETTING["texts"]`` are the texts by path.
"""

import importlib.machinery
import importlib.util
import linecache
import os
import sys

texts = SETTING["texts"]
# A folder that a script adds to its path, as ``os.path.join(here, "..")``, is not always written as it is.
whole = os.path.realpath


class Loader(importlib.machinery.SourceFileLoader):
    """Has the text in place of the file's."""

    def get_data(self, path):
        if whole(path) in texts:
            return texts[whole(path)].encode("utf-8")
        return super(Loader, self).get_data(path)

    def get_code(self, fullname):
        # Not what was compiled of the file itself.
        return compile(texts[whole(self.path)].lstrip("\ufeff"), self.path, "exec", dont_inherit=True)

    def get_source(self, fullname):
        return texts[whole(self.path)]


class Finder(object):
    """Hands on what the finders after it have found, with a loader that has the text."""

    def find_spec(self, name, path=None, target=None):
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            find = getattr(finder, "find_spec", None)
            spec = None if find is None else find(name, path, target)
            if spec is not None:
                if spec.origin is not None and whole(spec.origin) in texts:
                    spec.loader = Loader(name, spec.origin)
                    spec.cached = None
                return spec
        return None


def with_texts(update):
    """AutoGraph has files read anew, and would compile what stands in them."""

    def updatecache(filename, module_globals=None):
        text = texts.get(whole(filename))
        if text is None:
            return update(filename, module_globals)
        lines = text.splitlines(True)
        linecache.cache[filename] = (len(text), None, lines, filename)
        return lines

    return updatecache


# In Python 2 a module finds those that lie beside it.
sys.path += [each for each in dict.fromkeys(map(os.path.dirname, texts)) if each not in sys.path]
sys.meta_path.insert(0, Finder())
linecache.updatecache = with_texts(linecache.updatecache)
for place in texts:
    linecache.updatecache(place)
