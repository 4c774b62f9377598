"""What an expression makes once, taken out of it: variables, layers, optimizers."""

import libcst as cst

from harness.porting.eager.equals.layers import (
    NORMS,
    dropout_call,
    layer_call,
    layer_doubts,
    layer_object,
    makes_layer,
    plain_layer,
    updates_averages,
)
from harness.porting.eager.equals.variables import new_variable
from harness.porting.eager.factories import says_what_it_made, scope_of, split_call, taken_apart
from harness.porting.eager.graph import Region
from harness.porting.eager.helpers import Does, Helper
from harness.porting.eager.iterators import STARTS_ANEW, once_through
from harness.porting.eager.kinds import (
    ALL_VARIABLES,
    DEFERRED,
    STEPS,
    VARIABLES,
    Kind,
    Thing,
    is_iterator,
    is_optimizer,
    makes_each,
)
from harness.porting.eager.made_once import computes_more, is_cell
from harness.porting.eager.reading import kind_in
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, assigned, code, dotted, expression, marked, statements

_ONE_EACH = "a comprehension makes {what}, one for each element: make a list of them once, before the functions"


def hoisted(statement: cst.BaseStatement, region: Region, script: Script, target: str) -> list[cst.BaseStatement]:
    """Give statements that make things once, and last the statement that uses them."""
    if isinstance(statement, cst.FunctionDef):
        return [statement]
    pair = assigned(statement)
    change = _Hoist(region, script, target, pair[1] if pair is not None else None)
    changed = statement.visit(change)
    assert isinstance(changed, cst.BaseStatement)
    return [*change.before, marked(changed, change.doubts)]


class _Hoist(cst.CSTTransformer):
    """Replaces calls from the innermost on; a variable that is all of an assignment stays where it is."""

    def __init__(self, region: Region, script: Script, target: str, whole: cst.BaseExpression | None) -> None:
        self.before: list[cst.BaseStatement] = []
        self.doubts: list[str] = []
        self._region, self._script, self._target, self._whole = region, script, target, whole
        self._static = whole is not None and (
            not computes_more(whole, script)
            or (makes_each(whole, script.aliases) and kind_in(whole, region, script) is Kind.VARIABLE)
            or is_cell(whole, region, script)
        )
        self._repeated = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Go down, and count in how many comprehensions."""
        self._repeated += isinstance(node, cst.BaseComp)
        return super().on_visit(node)

    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        """Come up again."""
        self._repeated -= isinstance(original_node, cst.BaseComp)
        return super().on_leave(original_node, updated_node)

    def visit_Call(self, node: cst.Call) -> bool:
        """What a cell is made of goes with it."""
        return not is_cell(node, self._region, self._script)

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        """The update of a metric gives what it has come to, as a metric of Keras does where it is called."""
        call = updated_node.value
        index = code(updated_node.slice[0]) if len(updated_node.slice) == 1 else ""
        if (
            called(call, self._script.aliases) != "tf.metrics.accuracy"
            or index != "1"
            or not isinstance(call, cst.Call)
        ):
            return updated_node
        labels, predictions = argument(call, "labels", 0), argument(call, "predictions", 1)
        if labels is None or predictions is None or len(call.args) > 2:
            return updated_node
        metric = self._once(f"{self._target}_metric", f"{self._script.tf}.keras.metrics.Accuracy()")
        return expression(f"{dotted(metric)}({code(labels)}, {code(predictions)})")

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        script = self._script
        name = called(updated_node, script.aliases)
        helper = script.helpers.get(dotted(updated_node.func))
        if name in VARIABLES or name in STEPS:
            return self._variable(original_node, updated_node, name)
        if is_cell(original_node, self._region, script):
            return self._cell(original_node, updated_node)
        if name in ALL_VARIABLES:
            return self._all(updated_node)
        if is_iterator(original_node, script.aliases):
            return self._iterator(updated_node)
        if makes_layer(name):
            return self._layer(updated_node, name)
        if helper is not None and helper.does is Does.MAKES_LAYER:
            return self._factory(updated_node, helper)
        if plain_layer(name):
            return layer_call(updated_node, name, layer_object(updated_node, name, script.tf))
        if name == "tf.layers.dropout":
            return dropout_call(updated_node, script.tf)
        return self._updating(updated_node)

    def _variable(self, original: cst.Call, call: cst.Call, name: str) -> cst.BaseExpression:
        """A variable, before the statement unless this only names it."""
        made = new_variable(call, name, self._script.aliases, self._script.tf, self._script.initializers)
        if original is self._whole or self._static:
            return made
        if self._repeated:
            self.doubts.append(_ONE_EACH.format(what="variables"))
            return made
        return self._once(f"{self._target}_variable", code(made))

    def _cell(self, original: cst.Call, call: cst.Call) -> cst.BaseExpression:
        """A cell, before the statement unless this only names it: its variables are made once."""
        if original is self._whole or self._static:
            return call
        if self._repeated:
            self.doubts.append(_ONE_EACH.format(what="cells"))
            return call
        return self._once(f"{self._target}_cell", code(call))

    def _layer(self, call: cst.Call, name: str) -> cst.BaseExpression:
        """A layer of Keras, made before the statement, or the one whose variables are used again."""
        script = self._script
        reused = self._reused(call)
        if reused:
            return layer_call(call, name, reused)
        self.doubts += layer_doubts(call, name)
        script.done("layers are made once, as Keras' layers, and called in functions")
        updates = updates_averages(call, name, "UPDATE_OPS" in script.module.code)
        if not updates and name in NORMS:
            self.doubts.append("the averages never change, for the script does not run UPDATE_OPS: momentum=1.0")
        made = layer_object(call, name, script.tf, updates)
        if self._repeated:
            self.doubts.append(_ONE_EACH.format(what="layers"))
            return layer_call(call, name, made)
        suffix = "layer" if not self._target.endswith("layer") else "dense" if "dense" in name else "conv"
        layer = dotted(self._once(f"{self._target}_{suffix}", made))
        script.made.append((script.scope, layer, "layer"))
        script.named[script.scope, _name(call)] = layer
        return layer_call(call, name, layer)

    def _updating(self, call: cst.Call) -> cst.BaseExpression:
        """What asks an optimizer that has no name, which is given one; any other call as it stands."""
        func = call.func
        if not isinstance(func, cst.Attribute):
            return call
        if is_optimizer(called(func.value, self._script.aliases)):
            return self._optimizer(call)
        if func.attr.value in ("minimize", "compute_gradients") and not dotted(func.value):
            return call.with_changes(func=func.with_changes(value=self._once("optimizer", code(func.value))))
        return call

    def _all(self, call: cst.Call) -> cst.BaseExpression:
        """All variables made so far, where each has a name, or is in a list, or made by a function that says so."""
        script, things = self._script, self._region.things
        here = [(name, kind) for _, name, kind in script.made if name in things and things[name].kind is Kind.VARIABLE]
        kinds = {kind for _, kind in here}
        made = list(dict.fromkeys(f"{name}.made" if kind == "factory" else name for name, kind in here))
        if kinds == {"variable"} and not call.args:
            return expression(f"[{', '.join(made)}]")
        known = kinds and kinds <= {"variable", "variables", "factory"} and "variable" not in script.supplied
        others = any(
            word in code(each) for each in script.factories.values() for word in (".keras.layers.", "trainable=")
        )
        if not known or others or call.args or (kinds & {"factory"} and not says_what_it_made(script)):
            self.doubts.append("all variables: name those that are meant, TF2 keeps no list of them")
            return call
        named = f"[{', '.join(made)}]" if len(made) > 1 else made[0]
        return expression(f"{script.tf}.nest.flatten({named})")

    def _iterator(self, call: cst.Call) -> cst.BaseExpression:
        """An iterator that a function asks for the next element in each run."""
        made = once_through(call, self._script.aliases)
        if made is None:
            self.doubts.append(STARTS_ANEW)
        return call if made is None else made

    def _reused(self, call: cst.Call) -> str:
        """Give the layer whose variables a call uses again, an empty text where it makes its own."""
        reuse = argument(call, "reuse")
        if reuse is None or code(reuse) in ("False", "None") or not _name(call):
            return ""
        return self._script.named.get((self._script.scope, _name(call)), "")

    def _once(self, wanted: str, text: str) -> cst.BaseExpression:
        name = self._script.name(wanted)
        self.before.append(statements(f"{name} = {text}")[0])
        return cst.Name(name)

    def _factory(self, call: cst.Call, helper: Helper) -> cst.BaseExpression:
        """A function of the script that makes variables: made once here, called in runs."""
        from harness.porting.eager.analyse import analyse

        if self._repeated:
            self.doubts.append(_ONE_EACH.format(what="layers"))
            return call
        script, function = self._script, helper.node
        name = function.name.value
        things = self._region.things
        around = tuple(each for each in sorted(helper.captures) if each in things and things[each].kind in DEFERRED)
        runs, halves = split_call(call, function, lambda each: kind_in(each, self._region, script) in DEFERRED)
        doubt = taken_apart(function, runs, around, self._region, script, analyse)
        if doubt:
            self.doubts.append(doubt)
            return call
        script.done("functions that make variables give back a function that computes with them")
        given = ", ".join(filter(None, [halves.given, *(f"{each}={each}" for each in around)]))
        if halves.reuses and name in script.shared:
            return expression(f"{script.shared[name]}({given})")
        wanted = f"{self._target}_layer" if not self._target.endswith("layer") else f"{self._target}_net"
        layer = dotted(self._once(wanted, f"{name}({halves.made})"))
        script.shared[name] = layer
        script.made.append((scope_of(function, script), layer, "factory"))
        self._region.things[layer] = Thing(Kind.VARIABLE)
        return expression(f"{layer}({given})")

    def _optimizer(self, call: cst.Call) -> cst.BaseExpression:
        from harness.porting.eager.optimizing import keep_optimizer

        assert isinstance(call.func, cst.Attribute) and isinstance(call.func.value, cst.Call)
        made = call.func.value
        # What trains is called by its own name.
        takes_its_name = "optim" in self._target and "train" not in self._target.lower()
        wanted = self._target if takes_its_name else "optimizer"
        name = wanted if wanted == self._target else self._script.name(wanted)
        line = statements(f"{name} = 0")[0]
        keep_optimizer(name, made, called(made, self._script.aliases), line, self._region, self._script)
        return call.with_changes(func=call.func.with_changes(value=cst.Name(name)))


def _name(call: cst.Call) -> str:
    name = argument(call, "name")
    return code(name) if name is not None else ""
