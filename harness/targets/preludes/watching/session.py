"""Watches training in Sessions: every way in which a Session is told to run something goes through here.

What a run updates is read off the graph, and what tells of it is fetched with it. Nothing is added to the graph, for
before 2.2 the seed of an op depends on how many there are.
"""

import atexit
import threading

from _harness_preludes.watching.session_steps import SessionSteps

_inside = threading.local()


def _key(fetches):
    if isinstance(fetches, dict):
        return tuple((key, _key(value)) for key, value in sorted(fetches.items(), key=lambda item: str(item[0])))
    if isinstance(fetches, (list, tuple)):
        return tuple(map(_key, fetches))
    return fetches if isinstance(fetches, str) else id(fetches)


def _fed_key(feed_dict):
    return frozenset([each if isinstance(each, str) else id(each) for each in feed_dict])


def watch(steps):
    """Watch every Session from now on."""
    from tensorflow.python.client import session as module

    base = module.BaseSession
    run, close = base.run, base.close
    watching = SessionSteps(steps, run, getattr(base, "make_callable", None))
    kept = []  # so that no id in a key is given twice

    def elements_of(graph, fetches):
        handler = module._FetchHandler(graph, fetches, {})
        names = list(handler.fetches()) + list(handler.targets())
        return [graph.as_graph_element(each) for each in names]

    def watched(self, fetches, feed_dict=None, options=None, run_metadata=None):
        if getattr(_inside, "own", False):
            return run(self, fetches, feed_dict, options, run_metadata)
        key = (_key(fetches), _fed_key(feed_dict) if feed_dict else None)
        plans = watching.plans_in(self.graph)
        if key not in plans:
            kept.append((fetches, list(feed_dict or ())))
            plans[key] = watching.plan(self.graph, lambda: elements_of(self.graph, fetches), _fed(feed_dict))
        plan = plans[key]

        def with_extra(extra):
            # A run within this one, as hooks make it, is part of it.
            _inside.own = True
            try:
                return run(self, [fetches, extra], feed_dict, options, run_metadata)
            finally:
                _inside.own = False

        def feeds():
            return {_fed_name(each): value for each, value in (feed_dict or {}).items()}

        return watching.around(
            self, plan, lambda: run(self, fetches, feed_dict, options, run_metadata), with_extra, feeds
        )

    def closed(self):
        watching.close(self)
        return close(self)

    base.run, base.close = watched, closed
    _watch_callables(base, watching, watched, run)

    @atexit.register
    def told():
        for session in list(watching.last):
            watching.close(session)

    return watching


def _fed(feed_dict):
    return frozenset(map(_fed_name, feed_dict or ()))


def _fed_name(key):
    if isinstance(key, str):
        return key
    name = getattr(key, "name", None)
    return str(key) if name is None else name


def _watch_callables(base, watching, watched, run):
    """What ``make_callable`` gives, and what Keras makes for itself, are runs, too."""
    ready, from_options = getattr(base, "make_callable", None), getattr(base, "_make_callable_from_options", None)

    def make_callable(self, fetches, feed_list=None, accept_options=False):
        made = ready(self, fetches, feed_list, accept_options)
        return lambda *args, **options: (
            made(*args, **options)
            if options or not _trains(self, fetches, feed_list)
            else watched(self, fetches, dict(zip(feed_list or (), args)))
        )

    def _trains(self, fetches, feed_list):
        names = _fed(feed_list)
        elements = fetches if isinstance(fetches, (list, tuple)) else [fetches]
        plan = watching.plan_of(
            self.graph, (_key(fetches), names), lambda: [self.graph.as_graph_element(each) for each in elements], names
        )
        return plan is not None and plan.trains

    def make_from_options(self, given):
        made, wider = from_options(self, given), {}
        fed = frozenset(given.feed) | frozenset(each.to_tensor for each in given.tensor_connection)
        graph = self.graph
        plan = watching.plan_of(
            graph,
            ("callable", given.SerializeToString()),
            lambda: [graph.as_graph_element(name) for name in list(given.fetch) + list(given.target)],
            fed,
        )
        if plan is None or not (plan.trains or plan.touched):
            return made

        def call(*args, **options):
            def with_extra(extra):
                names = tuple(tensor.name for tensor in extra)
                if names not in wider:
                    more = type(given)()
                    more.CopyFrom(given)
                    more.fetch.extend(names)
                    wider[names] = from_options(self, more)
                values = wider[names](*args, **options)
                return values[: len(given.fetch)], values[len(given.fetch) :]

            return watching.around(
                self, plan, lambda: made(*args, **options), with_extra, lambda: dict(zip(given.feed, args))
            )

        return call

    if ready is not None:
        base.make_callable = make_callable
    if from_options is not None:
        base._make_callable_from_options = make_from_options
