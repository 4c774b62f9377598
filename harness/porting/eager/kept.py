"""Statements that stay, with calls of functions where they ran a Session."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.ask import (
    Regions,
    asked_for,
    fed_names,
    function_for,
    merged_summaries,
    replaced_name,
    single_name,
)
from harness.porting.eager.calls_of_runs import (
    GONE,
    Place,
    call_of,
    direct_of,
    nothing_of,
    one_by_one,
    values_of,
    within,
    without_effects,
)
from harness.porting.eager.emptied import is_gone, shown
from harness.porting.eager.feeds import fed_by_call
from harness.porting.eager.graph import Asked, Function
from harness.porting.eager.iterators import started
from harness.porting.eager.kinds import Kind, Thing, kind_of
from harness.porting.eager.names import binds, names_in_target, parameters, reads
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import Run, run_of
from harness.porting.eager.saving import NOT_SAVED, other_call, saved_variables
from harness.porting.eager.script import Script
from harness.porting.eager.tree import code, dotted, expression, target_of

_NONE = "None"


class Kept(cst.CSTTransformer):
    """Rewrites a statement that Python runs: runs become calls. Reasons why something stays are in ``reasons``."""

    def __init__(self, things: Mapping[str, Thing], regions: Regions, script: Script, variables: str) -> None:
        self.reasons: list[str] = []
        self._things, self._regions, self._script = [dict(things)], regions, script
        self._targets: dict[int, cst.BaseAssignTargetExpression] = {}
        self._statements: set[int] = set()
        self._shown: set[int] = set()
        self._new_targets: dict[int, cst.BaseAssignTargetExpression] = {}
        self._variables = variables

    @property
    def _now(self) -> dict[str, Thing]:
        return self._things[-1]

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        own = {*parameters(node.params), *binds(node.body)}
        self._things.append({name: thing for name, thing in self._now.items() if name not in own})
        return True

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        self._things.pop()
        return updated_node

    def visit_For(self, node: cst.For) -> None:
        own = names_in_target(node.target)
        self._things.append({name: thing for name, thing in self._now.items() if name not in own})

    def leave_For(self, original_node: cst.For, updated_node: cst.For) -> cst.For:
        self._things.pop()
        return updated_node

    def visit_Assign(self, node: cst.Assign) -> None:
        if len(node.targets) == 1:
            self._targets[id(node.value)] = node.targets[0].target

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.BaseSmallStatement:
        target = self._new_targets.get(id(original_node.value))
        if is_gone(updated_node.value):
            asked = original_node.targets if dotted(updated_node.value) == GONE else ()
            return updated_node if any(self._is_read(each.target) for each in asked) else cst.Expr(cst.Name(GONE))
        if target is None:
            return updated_node
        if isinstance(target, cst.Name) and target.value == GONE:
            return cst.Expr(updated_node.value)
        return updated_node.with_changes(targets=[cst.AssignTarget(target)])

    def visit_Expr(self, node: cst.Expr) -> None:
        self._statements.add(id(node.value))
        self._shown.add(id(shown(node.value)))

    def leave_Expr(self, original_node: cst.Expr, updated_node: cst.Expr) -> cst.BaseSmallStatement:
        target = self._new_targets.get(id(shown(original_node.value)))
        return updated_node if target is None else cst.Assign([cst.AssignTarget(target)], shown(updated_node.value))

    def _is_read(self, target: cst.BaseExpression) -> bool:
        return not reads(self._script.module).isdisjoint(names_in_target(target))

    def leave_DictElement(self, original_node: cst.DictElement, updated_node: cst.DictElement) -> cst.DictElement:
        thing = self._now.get(dotted(original_node.key))
        if thing is not None and thing.kind is Kind.INPUT:
            return updated_node.with_changes(key=cst.SimpleString(f'"{dotted(original_node.key)}"'))
        return updated_node

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        if len(original_node.slice) == 1 and isinstance(original_node.slice[0].slice, cst.Index):
            name = dotted(original_node.slice[0].slice.value)
            thing = self._now.get(name)
            if thing is not None and thing.kind is Kind.INPUT:
                text = expression(f'x["{name}"]')
                assert isinstance(text, cst.Subscript)
                return updated_node.with_changes(slice=text.slice)
        return updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        run = run_of(original_node, self._now, self._script)
        if run is not None:
            return self._run(original_node, updated_node, run)
        return self._other(original_node, updated_node)

    def _other(self, original: cst.Call, updated: cst.Call) -> cst.BaseExpression:
        """What else is asked of Sessions, savers and writers."""
        script = self._script
        if called(original, script.aliases) == "tf.train.Saver":
            kept, reason = saved_variables(original, self._variables, self._now)
            self.reasons += [NOT_SAVED] * ("variable" in script.supplied) + [reason] * bool(reason)
            return expression(f"{script.tf}.train.Checkpoint({kept})")
        return other_call(original, updated, self._now, script)

    def _run(self, original: cst.Call, updated: cst.Call, run: Run) -> cst.BaseExpression:
        things, script = self._now, self._script
        here = self._place(original, updated, run)
        kinds = [
            kind_of(each, things, script.aliases, lambda name: script.helper(name, things)) for each in run.fetches
        ]
        starts = [start for each in run.fetches if (start := started(each, things)) is not None]
        if starts and id(original) in self._shown and len(starts) + kinds.count(Kind.INIT) == len(kinds):
            return self._start(here, starts)
        if kinds and all(kind is Kind.INIT for kind in kinds):
            unread = here.statement or (here.target is not None and not self._is_read(here.target))
            return cst.Name(GONE) if unread or run.form == "one" else nothing_of(run)
        fetched = [each for each in zip(run.fetches, kinds, strict=True) if not here.statement or each[1] != Kind.INIT]
        asked = tuple(self._asked(each, kind) for each, kind in fetched)
        if len(asked) == 1 and kinds[0] is not Kind.MERGED:
            around = self._around_one(here, asked[0])
            if around is not None:
                return around
        return self._give(here, asked)

    def _place(self, original: cst.Call, updated: cst.Call, run: Run) -> Place:
        later = run_of(updated, self._now, self._script)
        fed = fed_names(run.feed)
        texts = fed_names(later.feed if later is not None else None) if fed else fed
        if texts is not None and fed and set(texts) != set(fed):
            texts = dict(zip(fed, texts.values(), strict=True))
        statement, target = id(original) in self._statements, self._targets.get(id(original))
        also = fed_by_call(run.feed, self._script.module) if fed is None else ()
        return Place(original, updated, run, later, fed, texts, also, statement, target)

    def _around_one(self, here: Place, asked: Asked) -> cst.BaseExpression | None:
        """An expression around one computed name, with the call in its place; None for any other one."""
        fetch = here.run.fetches[0]
        if asked.direct or asked.effect or asked.text.isidentifier():
            return None
        name = single_name(fetch, self._now)
        if not name or self._now[name].kind is Kind.INPUT:
            return None
        inner = self._function((asked_for(cst.Name(name), self._now, self._script),), here)
        if inner is None:
            return self._stays(here.updated)
        whole = replaced_name(fetch, name, expression(call_of(inner, here, self._script)))
        text = code(whole) if whole.lpar or isinstance(whole, cst.Call) else f"({code(whole)})"
        return expression(text if here.statement else f"{text}.numpy()")

    def _start(self, here: Place, starts: list[tuple[str, str]]) -> cst.BaseExpression:
        """A run of initializers of iterators: each is made anew from its data set."""
        made = []
        for name, data in starts:
            asked = asked_for(expression(data), self._now, self._script)
            if name not in self._regions[0].inputs:
                self.reasons.append("an iterator is started in another function than it is made in: make it there")
                return here.updated
            if asked.direct:
                made.append(f"iter({data})")
                continue
            function = self._function((asked,), here)
            if function is None:
                return self._stays(here.updated)
            function.plain = True
            made.append(f"iter({call_of(function, here, self._script)})")
        self._new_targets[id(here.original)] = target_of(", ".join(name for name, _ in starts))
        return expression(", ".join(made))

    def _asked(self, node: cst.BaseExpression, kind: Kind) -> Asked:
        if kind is Kind.INIT:
            return Asked(_NONE, direct=True)
        if kind is not Kind.MERGED:
            return asked_for(node, self._now, self._script)
        region = next((each for each in self._regions if each.summaries), self._regions[0])
        if any(each[0] != "scalar" for each in region.summaries):
            self.reasons.append("summaries of histograms and images are left out")
        return merged_summaries(region)

    def _function(self, asked: tuple[Asked, ...], here: Place) -> Function | None:
        return function_for(asked, self._now, self._regions, self._script, tuple(here.fed or ()), here.also)

    def _stays(self, call: cst.Call) -> cst.BaseExpression:
        self.reasons.append("this run asks for tensors of several scopes: put what computes them into one function")
        return call

    def _give(self, here: Place, asked: tuple[Asked, ...]) -> cst.BaseExpression:
        """The call of the function that gives what a run asks for, and what comes of it where the run stands."""
        computed = [each for each in asked if not each.direct]
        if not computed:
            return direct_of(here.run, asked, here.target, here.statement)
        effects = [each for each in asked if each.effect]
        if effects and any(each.variable for each in asked):
            self.reasons.append("a race in TF1, which may read a variable before or after the update; here it is after")
        whole = bool(effects) or len(computed) > 1
        wanted = tuple(within(each, self._script.tf) for each in asked) if whole else tuple(computed)
        if whole and not here.statement and any(each.text == _NONE for each in wanted):
            self.reasons.append("the initializer gives None: run it by itself, before what is computed")
            return here.updated
        function = self._function(wanted, here)
        if function is None:
            return self._stays(here.updated)
        call = call_of(function, here, self._script)
        values = [each for each in wanted if not each.effect]
        if here.statement or not values:
            if not here.statement and here.target is not None:
                self._new_targets[id(here.original)] = cst.Name(GONE)
            return expression(call)
        if here.run.form == "one":
            return expression(values_of(call, values, self._script.tf))
        if here.run.form == "dict":
            items = f"zip([{', '.join(here.run.keys)}], {call})"
            return expression("{key: value.numpy() for key, value in " + items + "}")
        target = here.target
        if isinstance(target, cst.Tuple | cst.List) and len(target.elements) == len(asked):
            self._new_targets[id(here.original)] = without_effects(target, asked)
            return expression(values_of(call, values, self._script.tf) if whole else one_by_one(call, asked))
        if not whole:
            return expression(f"[{one_by_one(call, asked)}]")
        if len(values) == 1:
            return expression("[" + ", ".join("None" if each.effect else f"{call}.numpy()" for each in asked) + "]")
        if effects:
            self.reasons.append("the train op gives None no more: what is asked for is in the list without it")
        return expression(values_of(call, values, self._script.tf))
