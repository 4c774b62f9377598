"""Tells of races: for each thing that a script has a Session run, once, what of it the graph leaves without an order.

Nothing is added to the graph. What is told as ``race`` is what ``graphs.races.find_races`` gives, with the ``line`` of
the script that had it run (None where no line of it did).
"""

from tensorflow.python.client import session

from _harness_preludes.graphs import races as graph_races
from _harness_preludes.scripts.lines import line_of

# A script that makes ops in its loop has another graph each time; the first turns tell all that there is to tell.
_MOST_LOOKS = 200

_known = {}


def key_of(fetches):
    """Give what two fetches of the same things share; cheap, for it is asked at every run."""
    if isinstance(fetches, dict):
        return tuple((name, key_of(each)) for name, each in fetches.items())
    if isinstance(fetches, (list, tuple)):
        return tuple(key_of(each) for each in fetches)
    return fetches if isinstance(fetches, str) else id(fetches)


def look(graph, fetches, feeds):
    """Tell of the races of a new run; what was looked at is kept, so that no id is given again."""
    feeds = list(feeds or ())
    key = id(graph), key_of(fetches), frozenset(map(key_of, feeds))
    if key in _known or len(_known) >= _MOST_LOOKS:
        return
    _known[key] = graph, fetches, feeds
    try:
        elements = elements_of(graph, fetches)
        fed = {id(tensor) for each in feeds for tensor in tensors_of(graph, each)}
        races = graph_races.find_races(elements, fed, graph)
    except Exception:  # the run itself says what is wrong with its fetches; what is odd to us is none of the script's
        return
    line = line_of(SETTING["script"]) if races else None
    for race in races:
        SETTING["see"]("race", dict(race, line=line))


def elements_of(graph, fetches):
    with graph.as_default():
        return session._FetchMapper.for_fetch(fetches).unique_fetches()


def tensors_of(graph, fed):
    parts = [getattr(fed, name, None) for name in ("indices", "values", "dense_shape")]
    if isinstance(fed, tuple):
        parts = list(fed)
    elif hasattr(fed, "op") or parts[0] is None:
        parts = [fed]
    return [graph.as_graph_element(each, allow_operation=False) for each in parts if each is not None]


def looking(run):
    def looked(self, fetches, feed_dict=None, *args, **options):
        look(self.graph, fetches, feed_dict)
        return run(self, fetches, feed_dict, *args, **options)

    return looked


def looking_at_callable(make):
    def looked(self, fetches, feed_list=None, *args, **options):
        look(self.graph, fetches, feed_list)
        return make(self, fetches, feed_list, *args, **options)

    return looked


session.BaseSession.run = looking(session.BaseSession.run)
if hasattr(session.BaseSession, "make_callable"):
    session.BaseSession.make_callable = looking_at_callable(session.BaseSession.make_callable)
