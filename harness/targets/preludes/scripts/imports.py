"""Patching modules as they are imported, at once where they are there already; and providing some that are missing."""

import importlib.abc
import importlib.machinery
import sys


def watch(patches, missing, run):
    """Have modules patched, and ``missing`` found where nothing else finds them.

    ``patches`` are ``(ending, tops, part, function)``: how the module's name ends, one of what it begins with, and what
    to call with the module.
    """
    watcher = _Watcher(patches, run)
    for name in _loaded(watcher.endings):
        if sys.modules[name] is not None:
            watcher.patch(name, sys.modules[name])
    sys.meta_path.insert(0, watcher)
    sys.meta_path.append(_Provider(missing, run))


def _loaded(endings):
    """The modules that are there already; a worker knows most of them by heart."""
    ahead = sys.modules.get("_harness_worker.ahead")
    if ahead is not None:
        return ahead.loaded(endings)
    return [name for name in list(sys.modules) if name.endswith(endings)]


class _Watcher(importlib.abc.MetaPathFinder):
    """Hands on what the finders after it have found, with a loader that patches the module once it is loaded."""

    def __init__(self, patches, run):
        self.patches = patches
        self.endings = tuple(ending for ending, _, _, _ in patches)
        self.run = run

    def wants(self, name):
        return name.endswith(self.endings)

    def patch(self, name, module):
        # TensorFlow 1.15 and 2.0 are `tensorflow_core` inside.
        top = name.partition(".")[0].replace("_core", "")
        for ending, tops, part, function in self.patches:
            if name.endswith(ending) and top in tops:
                getattr(self.run.part(part), function)(module, self.run)

    def find_spec(self, name, path=None, target=None):
        if not self.wants(name):
            return None
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            find = getattr(finder, "find_spec", None)
            spec = None if find is None else find(name, path, target)
            if spec is not None:
                if spec.loader is not None and hasattr(spec.loader, "exec_module"):
                    spec.loader = _Loader(spec.loader, self.patch)
                return spec
        return None


class _Loader(importlib.abc.Loader):
    def __init__(self, loader, patch):
        self.loader = loader
        self.patch = patch

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        # The module shall not see that somebody stood between: `inspect` and pkgutil ask its loader for its text.
        module.__loader__ = module.__spec__.loader = self.loader
        self.loader.exec_module(module)
        self.patch(module.__spec__.name, module)


class _Provider(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The last of the finders: what is really there comes first."""

    def __init__(self, missing, run):
        self.missing = missing
        self.run = run

    def find_spec(self, name, path=None, target=None):
        if name not in self.missing:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=self.missing[name] is None)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        path = self.missing[module.__spec__.name]
        if path is None:
            return
        module.__file__ = path
        module.__dict__["RUN"] = self.run
        with open(path, "rb") as file:
            exec(compile(file.read(), path, "exec", dont_inherit=True), module.__dict__)
