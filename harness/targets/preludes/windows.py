"""Windows that nobody sees: OpenCV's, those of games in gym, of pyglet, and those that matplotlib is asked for by name.

A run has no display, and what is shown is not judged; a script that shows something goes on as if somebody looked.
"""

import importlib.abc
import importlib.machinery
import os
import sys
import types

from _harness_preludes.scripts import imports

for each in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
    os.environ.setdefault(each, "dummy")

_GUIS = ("tk", "qt", "gtk", "wx", "macosx", "nbagg", "webagg", "ipympl", "notebook")
_RENDERING = "gym.envs.classic_control.rendering"
_OF_CV2 = (
    "imshow", "namedWindow", "destroyWindow", "destroyAllWindows", "moveWindow", "resizeWindow", "createTrackbar",
    "setMouseCallback", "setTrackbarPos", "setWindowProperty", "startWindowThread",
)  # fmt: skip


class Nothing(object):
    """A window, a shape in it, a colour: whatever is asked of it, it is there and does nothing."""

    def __init__(self, *_arguments, **_options):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()

    def __call__(self, *_arguments, **_options):
        return Nothing()

    def __bool__(self):
        return True


class Pyglet(types.ModuleType):
    """pyglet, or a module of it: its modules are there, its classes can be derived from, and all else does nothing."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if "." not in self.__name__ and name.islower():
            made = Pyglet("%s.%s" % (self.__name__, name))
        elif name[0].isupper() and not name.isupper():
            made = type(name, (Nothing,), {})
        else:
            made = Nothing()
        setattr(self, name, made)
        return made


class Windows(object):
    """What is done to a module once it is imported."""

    @staticmethod
    def part(_name):
        return Windows

    @staticmethod
    def patch_cv2(module, _run):
        for name in _OF_CV2:
            setattr(module, name, lambda *_arguments, **_options: None)
        module.waitKey = module.waitKeyEx = lambda delay=0: -1  # as if no key had been pressed
        module.getTrackbarPos = lambda *_arguments: 0

    @staticmethod
    def patch_matplotlib(module, _run):
        use = module.use

        def use_instead(backend, *arguments, **options):
            if str(backend).lower().startswith(_GUIS):
                return None
            return use(backend, *arguments, **options)

        module.use = use_instead

    @staticmethod
    def patch_pyplot(module, _run):
        switch = module.switch_backend

        def switch_instead(newbackend):
            return None if str(newbackend).lower().startswith(_GUIS) else switch(newbackend)

        module.switch_backend = switch_instead


class Rendering(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """In place of pyglet, and of what draws the games of gym by it, which look for a display as soon as they are
    imported."""

    def find_spec(self, name, path=None, target=None):
        is_pyglet = name.partition(".")[0] == "pyglet"
        return importlib.machinery.ModuleSpec(name, self) if is_pyglet or name == _RENDERING else None

    def create_module(self, spec):
        return None if spec.name == _RENDERING else Pyglet(spec.name)

    def exec_module(self, module):
        if isinstance(module, Pyglet):
            return
        for name in ("Viewer", "SimpleImageViewer", "Transform", "Geom", "FilledPolygon", "PolyLine", "Line", "Image"):
            setattr(module, name, Nothing)
        for name in ("make_circle", "make_polygon", "make_polyline", "make_capsule", "get_display", "get_window"):
            setattr(module, name, Nothing)


sys.meta_path.insert(0, Rendering())
if os.environ.get("MPLBACKEND", "").lower() == "agg":
    imports.watch(
        [
            ("cv2", ("cv2",), "", "patch_cv2"),
            ("matplotlib", ("matplotlib",), "", "patch_matplotlib"),
            ("matplotlib.pyplot", ("matplotlib",), "", "patch_pyplot"),
        ],
        {},
        Windows,
    )
