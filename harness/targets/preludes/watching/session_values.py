"""Reading variables of a Session, in runs of their own."""

import weakref

from _harness_preludes.watching.readers import is_small, reader


class Values(object):
    """Reads variables of all Sessions, reduced. ``run`` and ``make_callable`` are the Sessions' own."""

    def __init__(self, steps, run, make_callable):
        self.steps = steps
        self.run = run
        self.make_callable = make_callable
        self.made = weakref.WeakKeyDictionary()

    def read(self, session, plan, handles, number):
        """Give the values of variables, reduced. One that has none yet has no value here either."""
        for handle in handles:
            if handle not in plan.readers:
                plan.readers[handle] = reader(handle)
        found, small, large = {}, [], []
        for handle in handles:
            if plan.readers[handle] is None:
                self.steps.remark("%s cannot be read without adding to the graph" % handle.name, counts=True)
            else:
                (small if is_small(plan.readers[handle]) else large).append(handle)
        try:
            values = self._fetched(session, [plan.readers[handle] for handle in small])
            found.update((handle, self.steps.reduce(number, value)) for handle, value in zip(small, values))
        except Exception:  # one of them is not initialized yet
            large = small + large
        for handle in large:
            try:
                found[handle] = self.steps.reduce(number, self.run(session, plan.readers[handle]))
            except Exception:  # not initialized yet: it has no value
                found[handle] = None
        return found

    def _fetched(self, session, tensors):
        """What ``run`` gives of tensors that want nothing fed. Most of a run is looking up its fetches, which a
        callable has done once."""
        if not tensors or self.make_callable is None:
            return self.run(session, tensors) if tensors else []
        made = self.made.setdefault(session, {})
        key = tuple(map(id, tensors))
        if key not in made:
            # Made of the Session itself, it would keep that alive.
            made[key] = self.make_callable(weakref.proxy(session), tensors)
        return made[key]()
