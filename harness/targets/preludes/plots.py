"""Plots without a display: ``plt.pause`` shows nothing, and so need not wait; ``plt.ion`` need not draw each stroke.

An animation is played once through where it would be shown, for what its function computes: as many frames of an
endless one as matplotlib would save (100).

A font that is not there is matplotlib's own.

A program of the machine that has the name of one which matplotlib would make films with is none.
"""

import functools
import os
import subprocess
import sys
import weakref

from _harness_preludes.scripts import imports


class Plots(object):
    """What is done to a module once it is imported."""

    animations = []

    @staticmethod
    def part(_name):
        return Plots

    @staticmethod
    def patch_pyplot(module, _run):
        """What went with matplotlib 2.2 to 3.1 does nothing, or what stands in its place: figures are not judged."""
        axes = getattr(sys.modules.get("matplotlib.axes"), "Axes", None)
        legend = getattr(sys.modules.get("matplotlib.legend"), "Legend", None)
        gone = (
            (module, "hold", lambda b=None: None),
            (axes, "hold", lambda self, b=None: None),
            (axes, "set_axis_bgcolor", getattr(axes, "set_facecolor", None)),
            (legend, "draggable", getattr(legend, "set_draggable", None)),
        )
        for owner, name, instead in gone:
            if owner is not None and not hasattr(owner, name):
                setattr(owner, name, instead)
        Plots.take_colours(axes, getattr(sys.modules.get("matplotlib.cm"), "ScalarMappable", None))
        if hasattr(module, "show"):
            module.show = Plots.playing(module, module.show)
        module.pause = lambda interval: None
        # What matplotlib calls since 1.5 for every line and tick that changes: a whole figure is drawn for each.
        module._auto_draw_if_interactive = lambda figure, value: None

    @staticmethod
    def take_colours(axes, mappable):
        """What matplotlib 2.1 alone refuses, a colour for each point in another shape than a row; and what 2.0 was the
        last to take, an image of whole numbers."""
        scatter, to_rgba = getattr(axes, "scatter", None), getattr(mappable, "to_rgba", None)
        if scatter is not None:

            @functools.wraps(scatter)
            def scattered(self, x, y, *arguments, **named):
                x, y = _points(x), _points(y)
                arguments = arguments[:1] + tuple(_in_a_row(each, x) for each in arguments[1:2]) + arguments[2:]
                if "c" in named:
                    named["c"] = _in_a_row(named["c"], x)
                return scatter(self, x, y, *arguments, **named)

            axes.scatter = scattered
        if to_rgba is not None:

            @functools.wraps(to_rgba)
            def coloured(self, x, *arguments, **named):
                if getattr(x, "ndim", 0) == 3 and x.dtype.kind in "iu" and x.dtype.itemsize > 1:
                    x = (x * 255).astype("uint8")  # as it was done then
                return to_rgba(self, x, *arguments, **named)

            mappable.to_rgba = coloured

    @staticmethod
    def playing(module, show):
        """``plt.show``, which plays what moves in the figures that are open."""

        @functools.wraps(show)
        def shown(*arguments, **named):
            for animation in [each() for each in Plots.animations]:
                if animation is not None and module.fignum_exists(animation._fig.number):
                    _play(animation)
            return show(*arguments, **named)

        return shown

    @staticmethod
    def patch_animation(module, _run):
        """Know every animation, for as long as the script does: one that it does not keep, no window plays either."""
        begin = module.Animation.__init__

        @functools.wraps(begin)
        def begun(self, *arguments, **named):
            begin(self, *arguments, **named)
            Plots.animations.append(weakref.ref(self))

        module.Animation.__init__ = begun

    @staticmethod
    def patch_fonts(module, _run):
        """A font of a machine that is not this one is matplotlib's own: what is written in it nobody judges."""
        kind = getattr(module, "FontProperties", None)
        if hasattr(kind, "set_file"):
            set_file = kind.set_file
            kind.set_file = lambda self, file: set_file(self, None if _is_nowhere(file) else file)
        manager = getattr(module, "FontManager", None)
        if hasattr(manager, "addfont"):
            add = manager.addfont
            manager.addfont = lambda self, path: None if _is_nowhere(path) else add(self, path)

    @staticmethod
    def patch_programs(module, _run):
        """It takes a program that ends in an error, when it is asked for its version, for a reason to end itself."""
        ask = getattr(module, "_get_executable_info", None)
        if ask is None:
            return

        def asked(name):
            try:
                return ask(name)
            except subprocess.CalledProcessError as error:
                missing = getattr(module, "ExecutableNotFoundError", FileNotFoundError)
                raise missing("%s is another program: %s" % (name, error)) from None

        module._get_executable_info = asked


def _play(animation):
    """As it is saved, without a picture of any frame."""
    animation._init_draw()
    for frame in animation.new_saved_frame_seq():
        animation._draw_frame(frame)
    animation._draw_was_started = True


def _is_nowhere(path):
    return path is not None and not os.path.exists(path)


def _points(points):
    """Those of a matrix, which has no rows alone, as a row, so that a row of colours is one for each."""
    return points.A1 if type(points).__name__ == "matrix" and hasattr(points, "A1") else points


def _in_a_row(colours, points):
    """Numbers that are one for each point as a row, and all else as it is: three or four in a row may be one colour."""
    is_table = getattr(colours, "ndim", 1) == 2 and colours.shape not in ((1, 3), (1, 4))
    return colours.ravel() if is_table and colours.size == getattr(points, "size", None) else colours


if os.environ.get("MPLBACKEND", "").lower() == "agg":
    imports.watch(
        [
            ("matplotlib.pyplot", ("matplotlib",), "", "patch_pyplot"),
            ("matplotlib.font_manager", ("matplotlib",), "", "patch_fonts"),
            ("matplotlib.animation", ("matplotlib",), "", "patch_animation"),
            ("matplotlib", ("matplotlib",), "", "patch_programs"),
        ],
        {},
        Plots,
    )
