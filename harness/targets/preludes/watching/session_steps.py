"""Telling of the steps of a Session: what is fetched with a run, and what is read of variables before it and after it.

Variables are read in runs of their own, for read with the update it is left open which value comes out.
"""

import contextlib
import threading
import weakref

from _harness_preludes.watching.forward import chain, constants_of, forward_of
from _harness_preludes.watching.plan import in_control_flow
from _harness_preludes.watching.reduce import dense, small
from _harness_preludes.watching.session_plan import Plan
from _harness_preludes.watching.session_values import Values


class SessionSteps(object):
    """The steps of all Sessions. ``run`` and ``make_callable`` are their own, which nobody watches; the second is None
    before 1.2."""

    def __init__(self, steps, run, make_callable=None):
        self.steps = steps
        self.run = run
        self.values = Values(steps, run, make_callable)
        self.plans = weakref.WeakKeyDictionary()
        self.known = weakref.WeakKeyDictionary()
        self.last = weakref.WeakKeyDictionary()
        self.between = weakref.WeakKeyDictionary()
        self.closed = weakref.WeakSet()
        self.thread = None
        self.is_shared = False

    def plans_in(self, graph):
        """The plans of a graph, by what its fetches are known by."""
        plans = self.plans.get(graph)
        return self.plans.setdefault(graph, {}) if plans is None else plans

    def plan_of(self, graph, key, elements, fed):
        """The plan for fetches that are the same by ``key``; ``elements`` gives their tensors and ops."""
        plans = self.plans_in(graph)
        if key not in plans:
            plans[key] = self.plan(graph, elements, fed)
        return plans[key]

    def plan(self, graph, elements, fed):
        """Make the plan of such fetches, None where they cannot be read."""
        try:
            return Plan(graph, elements(), fed)
        except Exception as error:
            self.steps.remark("a run of a Session cannot be read: %s: %s" % (type(error).__name__, error))
            return None

    def around(self, session, plan, plainly, with_extra, feeds):
        """Run what a plan is of, and tell of the step if it is one. ``with_extra`` runs it with further tensors, and
        gives its result and theirs."""
        if plan is None:
            return plainly()
        known = self.known.setdefault(session, {})
        if not plan.trains:
            return self._between(session, plan, plainly, with_extra, known)
        self.thread = self.thread or threading.current_thread()
        if self.is_shared or self.thread is not threading.current_thread():
            self.is_shared = True
            self.steps.begin()
            self.steps.remark("several threads train: whose step is seen when is left open, so no further one is told")
            return plainly()
        number = self.steps.begin()
        if self.last.get(session) is not plan:
            self.last[session] = plan
            self._count_on(plan)
        if plan.by_hand:
            for handle in plan.trained:
                self.steps.applied.assigned(handle)
        for _ in plan.groups[1:]:
            self.steps.begin()
        try:
            if not self.steps.wanted(number):
                known.clear()
                return plainly()
            return self._step(session, plan, with_extra, feeds, number, known)
        except Exception:
            known.clear()
            for _ in plan.groups:
                self.steps.take_back()
            raise

    def _count_on(self, plan):
        """Note what the steps of a plan train, before the first of them, and whether their updates can be counted."""
        self.steps.applied.trains(plan.trained)
        if plan.is_unclear:
            self.steps.applied.unknown()

    def _between(self, session, plan, plainly, with_extra, known):
        """A run that trains nothing. What it moves besides what is trained, as an average or a copy, is told with the
        step after it."""
        for handle in plan.touched:
            known.pop(handle, None)
        for handle in plan.sets:
            self.steps.applied.assigned(handle)
        last = self.last.get(session)
        if self.steps.passes or last is None or not self.steps.wanted(self.steps.number + 1):
            return self._pass(plan, plainly, with_extra) if self.steps.passes else plainly()
        moved = sorted(plan.moved - set(last.handles()), key=lambda handle: handle.name)
        before = self.values.read(session, plan, moved, self.steps.number + 1)
        result = plainly()
        kept = self.between.setdefault(session, {})
        for handle, after in self.values.read(session, plan, moved, self.steps.number + 1).items():
            kept[handle] = (kept.get(handle, (before.get(handle), None))[0], after)
        return result

    def _step(self, session, plan, with_extra, feeds, number, known):
        handles = plan.handles()
        # What is known of the step before is a sample, and not the whole array.
        kept = {} if any(number + at in self.steps.apart for at in range(len(plan.groups))) else known
        before = {handle: kept[handle] for handle in handles if handle in kept}
        before.update(self.values.read(session, plan, [handle for handle in handles if handle not in before], number))
        ahead = self._ahead(session, plan, feeds, number)
        names = sorted(set(plan.extra) - set(ahead), key=str)
        apart = [at for at in range(len(plan.groups)) if number + at in self.steps.apart]
        forward = []
        if apart:
            with self.quietly():
                forward = forward_of(plan.extra.get(("loss", apart[0])), plan)
        extra = [plan.extra[name] for name in names] + [tensor for each in forward for tensor in each.tensors()]
        result, values = with_extra(extra)
        given, put_out = dict(ahead), values[len(names) :]
        given.update(zip(names, values))
        del values
        self._reduce_gradients(plan, given, number)
        after = self.values.read(session, plan, handles, number)
        known.update(after)
        moved = [[handle.name, was, now, True] for handle, (was, now) in self.between.pop(session, {}).items()]
        with self.quietly():
            self._tell(number, plan, given, before, after, feeds, forward, put_out, moved)
        return result

    def _ahead(self, session, plan, feeds, number):
        """Give what is fetched before a step, by what it tells."""
        if not plan.ahead or number in self.steps.apart:
            return {}
        try:
            values = self.run(session, [plan.extra[name] for name in plan.ahead], feeds() or None)
        except Exception:  # fed by other ways than by name, or not initialized yet
            return {}
        return dict(zip(plan.ahead, values))

    @contextlib.contextmanager
    def quietly(self):
        """What goes wrong in watching is told, and the script goes on."""
        try:
            yield
        except Exception as error:
            self.steps.remark("a step could not be seen: %s: %s" % (type(error).__name__, str(error)[:200]))

    def _reduce_gradients(self, plan, given, number):
        """Reduce what is fetched of dense gradients, before variables as large as they are read."""
        for at, (_, updates) in enumerate(plan.groups):
            for name in [update.handle.name for update in updates]:
                if ("gradient", name) in given and ("indices", name) not in given:
                    given["reduced", name] = self.steps.reduce(number + at, given.pop(("gradient", name)))

    def _tell(self, number, plan, given, before, after, feeds, forward, put_out, moved):
        for at in range(len(plan.groups)):
            is_apart = number + at in self.steps.apart or len(plan.groups) == 1
            layers = (forward, put_out) if is_apart else ([], [])
            self._tell_group(number + at, plan, at, given, before, after, feeds, *layers, moved)

    def _tell_group(self, number, plan, at, given, before, after, feeds, forward, put_out, moved):
        reduce = self.steps.reduce
        variables = []
        updates = plan.groups[at][1]
        for update in updates:
            name = update.handle.name
            gradient = given.get(("gradient", name))
            if ("indices", name) in given and gradient is not None:
                shape = (after.get(update.handle) or [None, None])[1]
                gradient = dense(gradient, given["indices", name], shape)
            slots = {slot: after.get(handle) for slot, handle in update.slots.items()}
            told_of = given.get(("reduced", name)) or reduce(number, gradient)
            variables.append([name, before.get(update.handle), told_of, after.get(update.handle), slots])
        variables += [[each.name, before.get(each), None, after.get(each), {}] for each in plan.called]
        moving = [each for each in plan.state if each not in plan.handed or before.get(each) != after.get(each)]
        state = [[each.name, before.get(each), after.get(each)] + plan.mark(each) for each in moving]
        fed = feeds()
        rate = next((given["rate", u.handle.name] for u in updates if ("rate", u.handle.name) in given), None)
        if rate is None:
            rate = next((fed[u.rate.name] for u in updates if u.rate is not None and u.rate.name in fed), None)
        told, place = [], 0
        for each in forward:
            count = len(each.tensors())
            told.append(
                each.told([reduce(number, value) for value in put_out[place : place + count]], self.steps.script)
            )
            place += count
        self.steps.tell(
            number,
            way="session",
            optimizer=next((u.op.type for u in updates if u.by_optimizer), "assign"),
            loss=reduce(number, given.get(("loss", at))),
            loss_of=getattr(plan.extra.get(("loss", at)), "name", ""),
            rate=None if rate is None else float(rate),
            fed={name: reduce(number, value) for name, value in fed.items()},
            variables=_once(variables),
            state=_once(moved + state) if at == 0 else [],
            layers=told,
            read=[small(each) for each in constants_of(plan.extra.get(("loss", at)), plan)] if told else [],
        )

    def _pass(self, plan, plainly, with_extra):
        """A run that trains nothing, of a script that is watched for what it computes."""
        ops = sorted(plan.ops, key=lambda op: op._id)
        forward = [] if plan.touched else chain(ops, lambda op: not in_control_flow(op), plan.fed)
        if not forward:
            return plainly()
        result, values = with_extra([tensor for each in forward for tensor in each.tensors()])
        script = self.steps.script
        self.steps.passed([each.told([self.steps.reduce(0, value)], script) for each, value in zip(forward, values)])
        return result

    def close(self, session):
        """Tell what the variables came to."""
        plan = self.last.pop(session, None)
        if plan is not None:
            handles = [update.handle for update in plan.updates] + plan.called
            values = self.values.read(session, plan, handles, self.steps.number)
            self.steps.see("end", [[handle.name, values.get(handle)] for handle in handles])
            if plan.graph not in self.closed:
                self.closed.add(plan.graph)
                known = plan.graph.get_collection("variables")
                self.steps.have([each.op.name for each in known if hasattr(each, "op")])


def _once(rows):
    """The last row of each name: a variable may be updated by several ops of one run."""
    return list({row[0]: row for row in rows}.values())
