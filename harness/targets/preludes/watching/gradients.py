"""Calls of ``tf.gradients`` in graphs: which tensor was the loss, and which gradients belong to which variables."""

import threading
import weakref

from _harness_preludes.watching.plan import handle_of

_calls = weakref.WeakKeyDictionary()
_inside = threading.local()


def calls_in(graph):
    """Give ``(loss, {op of a variable: gradient})`` of each call in a graph, the oldest first."""
    return _calls.get(graph, [])


def watch():
    """Have every call noted from now on."""
    from tensorflow.python.ops import gradients_impl

    try:
        from tensorflow.python.ops import gradients_util as module
    except ImportError:
        module = gradients_impl
    name = "_GradientsHelper" if hasattr(module, "_GradientsHelper") else "gradients"
    original = getattr(module, name)

    def gradients(ys, xs, *args, **options):
        outermost = not getattr(_inside, "deep", False)
        _inside.deep = True
        try:
            found = original(ys, xs, *args, **options)
        finally:
            if outermost:
                _inside.deep = False
        if outermost:
            _note(ys, xs, found)
        return found

    if name == "gradients":
        import tensorflow as tf

        # Before 1.8 optimizers find it in `gradients`, and scripts in `tf`.
        from tensorflow.python.ops import gradients as public

        public.gradients = gradients
        for place in (tf, getattr(getattr(tf, "compat", None), "v1", None)):
            if getattr(place, "gradients", None) is original:
                place.gradients = gradients
    else:
        for place in (module, gradients_impl):
            if getattr(place, name, None) is original:
                setattr(place, name, gradients)
    setattr(module, name, gradients)


def _note(ys, xs, found):
    ys = list(ys) if isinstance(ys, (list, tuple)) else [ys]
    xs = list(xs) if isinstance(xs, (list, tuple)) else [xs]
    try:
        loss = ys[0] if hasattr(ys[0], "op") else None
        graph = getattr(loss, "graph", None)
        if graph is None:
            return
        by_handle = {}
        for x, gradient in zip(xs, found):
            handle = _handle(x)
            if handle is not None and gradient is not None:
                by_handle[handle] = gradient
        _calls.setdefault(graph, []).append((loss, by_handle))
    except (AttributeError, TypeError, ValueError):
        return  # the script's own objects among them; then the loss is not known


def _handle(x):
    if hasattr(x, "handle") and hasattr(x.handle, "op"):
        return x.handle.op
    if hasattr(x, "_variable"):
        return x._variable.op
    return handle_of(x) if hasattr(x, "op") and hasattr(x, "dtype") else None
