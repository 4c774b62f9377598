"""What the forward pass of an eager step puts out, op by op, of a step that is taken apart."""

from _harness_preludes.scripts.lines import line_of
from _harness_preludes.watching.forward import _MOST, _SILENT
from _harness_preludes.watching.reduce import small

_MOST_READ = 16


class EagerForward(object):
    """Writes down what each op gives, from the end of the step before to where a tape is asked for gradients."""

    def __init__(self, steps):
        self.steps = steps
        self.number = None
        self.told = []
        self.numbers = {}
        self.kept = []
        self.read, self.known = [], set()
        self.done = None
        try:
            from tensorflow.python.framework import op_callbacks
        except ImportError:
            op_callbacks = None
        # 1.15 has the module, and nothing in it.
        self.callbacks = op_callbacks if hasattr(op_callbacks, "add_op_callback") else None
        if steps.passes and self.callbacks is not None:
            self.begin(0)
        self.prepare(0)

    def prepare(self, number):
        """Begin to write down where the step of this number is one to be taken apart."""
        if number not in self.steps.apart or self.callbacks is None or self.number is not None:
            return
        self.begin(number)

    def begin(self, number):
        self.number, self.told, self.numbers, self.kept = number, [], {}, []
        self.read, self.known = [], set()
        self.callbacks.add_op_callback(self.called)

    def stop(self):
        """The forward pass is over."""
        if self.number is not None:
            self.callbacks.remove_op_callback(self.called)
            self.number, self.done = None, (self.number, self.told, self.read)
            self.kept, self.numbers = [], {}

    def taken(self, number):
        """Give what was written down of a step, and the arrays that its ops read and no op computed."""
        self.stop()
        done, self.done = self.done, None
        return done[1:] if done is not None and done[0] == number else ([], [])

    def called(self, kind, inputs, attrs, outputs, op_name=None, graph=None):
        kind = kind.decode() if isinstance(kind, bytes) else kind
        if graph is not None or len(self.told) >= _MOST:
            return
        made_from = set()
        for each in inputs:
            made_from |= self.numbers.get(id(each), set())
            self.note(each)
        floats = [each for each in outputs if each.dtype.is_floating]
        if kind not in _SILENT and floats:
            number = len(self.told)
            reduced = self.steps.reduce(self.number, floats[0].numpy())
            self.told.append([kind, kind, sorted(made_from), [reduced], line_of(self.steps.script)])
            made_from = {number}
        for each in outputs:
            self.numbers[id(each)] = made_from
            if kind == "ReadVariableOp":
                self.known.add(id(each))
        self.kept.extend(outputs)

    def note(self, tensor):
        """Note what an op reads, where that is data: made by no op, and the value of no variable."""
        if id(tensor) in self.known or self.numbers.get(id(tensor)) or len(self.read) >= _MOST_READ:
            return
        self.known.add(id(tensor))
        self.kept.append(tensor)
        if tensor.dtype.is_floating and tensor.shape.num_elements() > 1:
            self.read.append(small(tensor.numpy()))
