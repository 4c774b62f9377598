"""In which order the ops of one Session.run may be done: each after all that it needs, and nothing else is promised."""


class Order:
    """The ops behind some fetches, those first that others need, with what each of them needs."""

    def __init__(self, elements, fed):
        self.fed = fed
        self.place, self.ops, self.data, self.control = {}, [], [], []
        roots = [getattr(each, "op", each) for each in elements]
        while roots:
            self._visit(roots.pop(0), roots)

    def _needs(self, op, roots):
        data = []
        for tensor in op.inputs:
            if id(tensor) in self.fed:
                continue
            if op.type in ("Merge", "RefMerge") and tensor.op.type.endswith("NextIteration"):
                roots.append(tensor.op)  # of the turn before: it orders nothing within one
            else:
                data.append(tensor)
        return data, list(op.control_inputs)

    def _visit(self, root, roots):
        begun = {}
        waiting = [root]
        while waiting:
            op = waiting[-1]
            if op in self.place:
                waiting.pop()
                continue
            if op not in begun:
                begun[op] = self._needs(op, roots)
                data, control = begun[op]
                before = [tensor.op for tensor in data] + control
                waiting += [each for each in before if each not in self.place and each not in begun]
                continue
            waiting.pop()
            data, control = begun[op]
            self.place[op] = len(self.ops)
            self.ops.append(op)
            self.data.append(data)
            self.control.append([self.place[each] for each in control if each in self.place])

    def before(self, place):
        """Give the places of all that an op waits for."""
        return [self.place[each.op] for each in self.data[place] if each.op in self.place] + self.control[place]
