"""What a script asks the person before it: a window to show something in, and lines of input."""

import ast
from collections.abc import Iterator

from harness.survey.answers import Need, Wanting
from harness.survey.needs.course import Course
from harness.survey.needs.reading import Place, Reading
from harness.survey.needs.values import Values, argument

_LEFT_OUT = "leave it out"
# Windows, by what opens them.
_WINDOWS = {
    "cv2.imshow": "a window of OpenCV",
    "cv2.namedWindow": "a window of OpenCV",
    "tkinter.Tk": "a window of Tk",
    "Tkinter.Tk": "a window of Tk",
    "turtle.Screen": "a window of turtle",
    "turtle.Turtle": "a window of turtle",
    "pygame.display.set_mode": "a window of pygame",
    "pyglet.window.Window": "a window of pyglet",
}
# Backends of matplotlib that draw without a window.
_DRAWING = frozenset(["agg", "pdf", "svg", "ps", "cairo", "template", "nbagg", "inline", "webagg"])


def display_needs(reading: Reading, values: Values, course: Course) -> Iterator[Need]:
    """Give the windows that a text opens, but for those of matplotlib, which a run draws without one."""
    imported = set(reading.aliases.values())
    for call, place in reading.calls:
        if place.catches("TclError", "ImportError", "RuntimeError") or not course.is_certain(place):
            continue
        name = reading.name(call)
        if name in _WINDOWS:
            yield Need(Wanting.DISPLAY, _WINDOWS[name], call.lineno, _LEFT_OUT)
        elif name in ("matplotlib.use", "matplotlib.pyplot.switch_backend"):
            for backend in values.texts(argument(call, 0, "backend", "arg"), place.scope):
                if backend.lower() not in _DRAWING and not backend.startswith("module:"):
                    yield Need(Wanting.DISPLAY, f"a window of {backend}", call.lineno, _LEFT_OUT)
        elif _renders(call, imported, place, values):
            yield Need(Wanting.DISPLAY, "a window of gym", call.lineno, _LEFT_OUT)


def _renders(call: ast.Call, imported: set[str], place: Place, values: Values) -> bool:
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "render"):
        return False
    if imported.isdisjoint(("gym", "gymnasium")):
        return False
    mode = argument(call, 0, "mode")
    return mode is None or values.texts(mode, place.scope) == ("human",)


def input_needs(reading: Reading, course: Course) -> Iterator[Need]:
    """Give the first place where a text asks for a line of input."""
    own = {name for _, name in reading.bindings} | set(reading.functions) | set(reading.aliases)
    for call, place in reading.calls:
        if not (isinstance(call.func, ast.Name) and call.func.id in ("input", "raw_input")) or call.func.id in own:
            continue
        parameters = place.scope.args.args if place.scope is not None else []
        if any(each.arg == call.func.id for each in parameters):
            continue
        if not place.catches("EOFError") and course.is_certain(place):
            yield Need(Wanting.INPUT, "lines of input", call.lineno, "--input FILE")
            return
