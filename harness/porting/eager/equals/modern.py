"""Names and arguments of TensorFlow 1 as those of 2, each with what makes both compute the same."""

import libcst as cst

from harness.porting.eager.emptied import shown
from harness.porting.eager.equals.arguments import RULES
from harness.porting.eager.equals.float32_losses import with_float32
from harness.porting.eager.equals.gone_imports import without_contrib
from harness.porting.eager.equals.labels import with_stopped_labels
from harness.porting.eager.equals.optimizers import optimizer_of, schedule_of
from harness.porting.eager.equals.renamed import RENAMED
from harness.porting.eager.equals.supplied import NEEDS, SUPPLIED, TAKES, is_useless, takes, xavier_normal
from harness.porting.eager.equals.variables import new_variable
from harness.porting.eager.estimators import REASON
from harness.porting.eager.kinds import DECAYS, is_optimizer
from harness.porting.eager.renaming import Rename
from harness.porting.eager.resolve import called, symbol
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, calls, dotted, expression, marked, only
from harness.symbols.timeline import read_timeline

_FIRST = "initialized_value"
# What a script of TF2 has no use for.
_GONE = frozenset(
    {
        "tf.disable_v2_behavior",
        "tf.disable_eager_execution",
        "tf.reset_default_graph",
        "tf.logging.set_verbosity",
        "tf.compat.v1.logging.set_verbosity",
        "tf.compat.v1.disable_v2_behavior",
        "tf.compat.v1.disable_eager_execution",
    }
)
# What TF1 has in TF2 as well, and what does nothing there, or something else, outside of a graph.
_OF_GRAPHS = frozenset(
    {
        "tf.add_to_collection",
        "tf.get_collection",
        "tf.get_collection_ref",
        "tf.placeholder",
        "tf.Session",
        "tf.trainable_variables",
        "tf.global_variables",
        "tf.get_default_graph",
        "tf.losses.get_total_loss",
        "tf.losses.get_regularization_loss",
        "tf.losses.get_regularization_losses",
    }
)


def modernised(module: cst.Module, script: Script) -> cst.Module:
    """Give a module with the names of TF2, marked where there is none."""
    changed = module.visit(_Modern(script))
    assert isinstance(changed, cst.Module)
    return without_contrib(changed, script.module)


class _Modern(cst.CSTTransformer):
    """Renames; reasons are put above the statement that they are about."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._tables = read_timeline().tables
        self._reasons: list[list[str]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.BaseStatement):
            self._reasons.append([])
        return super().on_visit(node)

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode:  # type: ignore[override]
        left = super().on_leave(original_node, updated_node)
        if isinstance(original_node, cst.BaseStatement):
            reasons = self._reasons.pop()
            if reasons and isinstance(left, cst.BaseStatement):
                return marked(left, reasons)
        return left  # type: ignore[return-value]

    def leave_Import(self, original_node: cst.Import, updated_node: cst.Import) -> cst.Import:
        del original_node
        names = []
        for alias in updated_node.names:
            if dotted(alias.name) in ("tensorflow.compat.v1", "tensorflow.compat.v2"):
                alias = alias.with_changes(name=cst.Name("tensorflow"))
            elif dotted(alias.name).startswith("tensorflow.examples"):
                self._say("tensorflow.examples is gone: keep its input_data.py beside this script")
            names.append(alias)
        return updated_node.with_changes(names=names)

    def leave_ImportFrom(self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom) -> cst.ImportFrom:
        del original_node
        module = dotted(updated_node.module) if updated_node.module is not None else ""
        if module.startswith("tensorflow.examples"):
            self._say("tensorflow.examples is gone: keep its input_data.py beside this script")
        return updated_node

    def _say(self, reason: str) -> None:
        if self._reasons:
            self._reasons[-1].append(reason)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        small = only(original_node)
        if isinstance(small, cst.Expr) and called(shown(small.value), self._script.aliases) in _GONE:
            return cst.RemoveFromParent()
        pair = assigned(original_node)
        # What it names is written out wherever it is used.
        if pair is not None and symbol(pair[1], self._script.aliases) == self._script.aliases.get(dotted(pair[0]), "-"):
            return cst.RemoveFromParent()
        return updated_node

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        return not symbol(node, self._script.aliases)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return node.name.value not in self._script.graphs

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        script = self._script
        if original_node.name.value not in script.graphs:
            return updated_node
        script.tf1 = script.tf1 or script.name("tf1")
        script.done("what Estimators build graphs with is TF1's")
        self._say(REASON)
        for name in dict.fromkeys(called(call, script.aliases) for call in calls(original_node)):
            if name.startswith("tf.contrib."):
                self._say(f"{name} is gone with tf.contrib")
        changed = updated_node.visit(Rename({script.tf: script.tf1}))
        assert isinstance(changed, cst.FunctionDef)
        return changed

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        del node
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        del node
        return False

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        return self._named(symbol(original_node, self._script.aliases), updated_node)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        if self._script.aliases.get(original_node.value, "tf") == "tf":
            return updated_node
        return self._named(symbol(original_node, self._script.aliases), updated_node)

    def _named(self, name: str, node: cst.BaseExpression) -> cst.BaseExpression:
        if name in _OF_GRAPHS and "compat.v1." in dotted(node):
            self._say(f"{name} is TF1's, and asks for what a graph has")
        if (
            not name
            or name in RULES
            or name in SUPPLIED
            or name in DECAYS
            or is_optimizer(name)
            or name == "tf.get_variable"
            or name.startswith("tf.keras.")
            or "compat.v1." in dotted(node)
        ):
            return node
        for module, place in (("app", "tf.app.run"), ("flags", "tf.app.flags"), ("flags", "tf.flags")):
            if (name == place or name.startswith(f"{place}.")) and module not in self._script.taken - {"app", "flags"}:
                self._script.supplied.add(module)
                return expression(f"{module}{name.removeprefix(place if module == 'flags' else 'tf.app')}")
        new = RENAMED.get(name) or self._tables["symbols"].get(name)
        if new is None:
            written = dotted(node)
            if name.startswith("tf.contrib."):
                self._say(f"{name} is gone with tf.contrib")
            elif self._script.aliases.get(written.split(".")[0]) == "tf.compat.v1":
                return self._as(name)
            return node
        if new.startswith("tf.compat.v1."):
            self._say(f"{name} is kept as TF1's, for TF2 has none that takes the same")
        return self._as(new)

    def _as(self, name: str) -> cst.BaseExpression:
        return expression(name.replace("tf", self._script.tf, 1))

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        name = called(original_node, self._script.aliases)
        if not name:
            func = updated_node.func
            return func.value if isinstance(func, cst.Attribute) and func.attr.value == _FIRST else updated_node
        if name == "tf.get_variable":
            script = self._script
            return new_variable(
                updated_node.with_changes(func=original_node.func), name, script.aliases, script.tf, script.initializers
            )
        if is_optimizer(name) and "compat.v1." not in dotted(original_node.func):
            made_optimizer = optimizer_of(updated_node, name, self._script.tf, False, "")
            if made_optimizer.doubt:
                self._say(made_optimizer.doubt)
            return expression(made_optimizer.text)
        if name == "tf.app.run" and not updated_node.args:
            return updated_node.with_changes(args=[cst.Arg(cst.Name("main"))])
        if name in DECAYS:
            schedule, counter = schedule_of(updated_node, name, self._script.tf)
            self._script.done("decays are schedules of Keras")
            return expression(f"{schedule}({counter})")
        if name in SUPPLIED:
            return self._supplied(updated_node, SUPPLIED[name])
        normal = xavier_normal(updated_node, name)
        if normal is not None:
            return self._supplied(normal, "variance_scaling_initializer")
        rule = RULES.get(name)
        if rule is not None:
            call = with_float32(with_stopped_labels(updated_node, name, self._script), name, self._script)
            made = rule(call, self._script.tf)
            if made is None:
                new = self._tables["symbols"].get(name, f"tf.compat.v1.{name.removeprefix('tf.')}")
                self._say(f"{name} is kept as TF1's: these arguments have no place in TF2's")
                return updated_node.with_changes(func=self._as(new))
            return made
        words = self._tables["arguments"].get(name, {})
        return updated_node.with_changes(args=[self._argument(each, words, name) for each in updated_node.args])

    def _supplied(self, call: cst.Call, piece: str) -> cst.BaseExpression:
        """A call of what the draft brings along."""
        words = [each.keyword.value for each in call.args if each.keyword is not None]
        if not takes(piece, words):
            self._say(
                f"{piece} in this draft takes no {' and '.join(sorted(set(words) - TAKES[piece]))}: write it here"
            )
        self._script.supplied |= {piece, NEEDS.get(piece, piece)}
        args = [
            each
            for each in call.args
            if each.keyword is None or each.keyword.value in TAKES[piece] or not is_useless(each.keyword.value)
        ]
        return call.with_changes(func=cst.Name(self._script.piece(piece)), args=args)

    def _argument(self, each: cst.Arg, words: dict[str, str | None], name: str) -> cst.Arg:
        if each.keyword is None or each.keyword.value not in words:
            return each
        new = words[each.keyword.value]
        if new is None:
            self._say(f"{each.keyword.value}= has no place in TF2's {name}")
            return each
        return each.with_changes(keyword=cst.Name(new))
