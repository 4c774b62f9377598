"""Windows that nobody sees: OpenCV's, those of games in gym, and those that matplotlib is asked for by name.

A run has no display, and what is shown is not judged; a script that shows something goes on as if somebody looked.
"""

import importlib.abc
import importlib.machinery
import os
import sys

import watch_imports

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
    """In place of what draws the games of gym, which looks for a display as soon as it is imported."""

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self) if name == _RENDERING else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        for name in ("Viewer", "SimpleImageViewer", "Transform", "Geom", "FilledPolygon", "PolyLine", "Line", "Image"):
            setattr(module, name, Nothing)
        for name in ("make_circle", "make_polygon", "make_polyline", "make_capsule", "get_display", "get_window"):
            setattr(module, name, Nothing)


sys.meta_path.insert(0, Rendering())
if os.environ.get("MPLBACKEND", "").lower() == "agg":
    watch_imports.watch(
        [
            ("cv2", ("cv2",), "", "patch_cv2"),
            ("matplotlib", ("matplotlib",), "", "patch_matplotlib"),
            ("matplotlib.pyplot", ("matplotlib",), "", "patch_pyplot"),
        ],
        {},
        Windows,
    )
