"""Plots without a display: ``plt.pause`` shows nothing, and so need not wait; ``plt.ion`` need not draw each stroke."""

import os

import watch_imports


class Plots(object):
    """What is done to a module once it is imported."""

    @staticmethod
    def part(_name):
        return Plots

    @staticmethod
    def patch_pyplot(module, _run):
        module.pause = lambda interval: None
        # What matplotlib calls since 1.5 for every line and tick that changes: a whole figure is drawn for each.
        module._auto_draw_if_interactive = lambda figure, value: None


if os.environ.get("MPLBACKEND", "").lower() == "agg":
    watch_imports.watch([("matplotlib.pyplot", ("matplotlib",), "", "patch_pyplot")], {}, Plots)
