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
from harness.porting.eager.calls_of_runs import GONE, call_of, direct_of, values_of, within
from harness.porting.eager.flatten import is_session
from harness.porting.eager.graph import Asked, Function
from harness.porting.eager.iterators import started
from harness.porting.eager.kinds import Kind, Thing, kind_of
from harness.porting.eager.names import binds, names_in_target, parameters
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import Run, is_session_name, run_of
from harness.porting.eager.saving import NOT_SAVED, saver_call, writer_call
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, code, dotted, expression, target_of


class Kept(cst.CSTTransformer):
    """Rewrites a statement that Python runs: runs become calls. Reasons why something stays are in ``reasons``."""

    def __init__(self, things: Mapping[str, Thing], regions: Regions, script: Script, variables: str) -> None:
        self.reasons: list[str] = []
        self._things, self._regions, self._script = [dict(things)], regions, script
        self._targets: dict[int, cst.BaseExpression] = {}
        self._statements: set[int] = set()
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
        if isinstance(updated_node.value, cst.Name) and updated_node.value.value == GONE:
            return cst.Expr(cst.Name(GONE))
        if target is None:
            return updated_node
        if isinstance(target, cst.Name) and target.value == GONE:
            return cst.Expr(updated_node.value)
        return updated_node.with_changes(targets=[cst.AssignTarget(target)])

    def visit_Expr(self, node: cst.Expr) -> None:
        self._statements.add(id(node.value))

    def leave_Expr(self, original_node: cst.Expr, updated_node: cst.Expr) -> cst.BaseSmallStatement:
        target = self._new_targets.get(id(original_node.value))
        return updated_node if target is None else cst.Assign([cst.AssignTarget(target)], updated_node.value)

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
        name = called(original, script.aliases)
        if name == "tf.train.Saver":
            self.reasons += [NOT_SAVED] if "variable" in script.supplied else []
            return expression(f"{script.tf}.train.Checkpoint({self._variables})")
        if name in ("tf.summary.FileWriter", "tf.train.SummaryWriter"):
            path = argument(updated, "logdir", 0)
            return expression(f"{script.tf}.summary.create_file_writer({code(path) if path is not None else ''})")
        if is_session(original, script.aliases):
            return cst.Name(GONE)
        if not isinstance(original.func, cst.Attribute):
            return updated
        owner, method = original.func.value, original.func.attr.value
        thing = self._now.get(dotted(owner))
        if method == "close" and is_session_name(owner, script):
            return cst.Name(GONE)
        if thing is not None and thing.kind is Kind.SAVER and method in ("save", "restore"):
            return saver_call(updated, method, self._now, script)
        if thing is not None and thing.kind is Kind.WRITER and method in ("add_graph", "add_summary"):
            return writer_call(updated, method, script)
        return updated

    def _run(self, original: cst.Call, updated: cst.Call, run: Run) -> cst.BaseExpression:
        things, script = self._now, self._script
        statement = id(original) in self._statements
        kinds = [
            kind_of(each, things, script.aliases, lambda name: script.helper(name, things)) for each in run.fetches
        ]
        starts = [start for each in run.fetches if (start := started(each, things)) is not None]
        if starts and statement and len(starts) + kinds.count(Kind.INIT) == len(kinds):
            return self._start(original, updated, starts)
        if kinds and all(kind is Kind.INIT for kind in kinds):
            return cst.Name(GONE)
        if any(kind is Kind.MERGED for kind in kinds):
            asked = tuple(self._merged(each, kind) for each, kind in zip(run.fetches, kinds, strict=True))
        else:
            asked = tuple(asked_for(each, things, script) for each in run.fetches)
        fed = fed_names(run.feed)
        later = run_of(updated, things, script)
        texts = fed_names(later.feed if later is not None else None) if fed else fed
        if texts is not None and fed and set(texts) != set(fed):
            texts = dict(zip(fed, texts.values(), strict=True))
        inline = not asked[0].direct and not asked[0].text.isidentifier() and not asked[0].effect if asked else False
        if len(asked) == 1 and inline and kinds[0] is not Kind.MERGED:
            name = single_name(run.fetches[0], things)
            if name and things[name].kind is not Kind.INPUT:
                inner = self._function((asked_for(cst.Name(name), things, script),), fed)
                if inner is None:
                    return self._stays(updated)
                call = call_of(inner, fed, texts, later, script)
                whole = replaced_name(run.fetches[0], name, expression(call))
                text = code(whole)
                text = text if isinstance(whole, cst.Call) else f"({text})"
                return expression(text if statement else f"{text}.numpy()")
        return self._give(original, updated, run, asked, fed, texts, later, statement)

    def _start(self, original: cst.Call, updated: cst.Call, starts: list[tuple[str, str]]) -> cst.BaseExpression:
        """A run of initializers of iterators: each is made anew from its data set."""
        made = []
        for name, data in starts:
            asked = asked_for(expression(data), self._now, self._script)
            if name not in self._regions[0].inputs:
                self.reasons.append("an iterator is started in another function than it is made in: make it there")
                return updated
            if asked.direct:
                made.append(f"iter({data})")
                continue
            feed = run_of(original, self._now, self._script)
            later = run_of(updated, self._now, self._script)
            fed = fed_names(feed.feed) if feed is not None else {}
            function = self._function((asked,), fed)
            if function is None:
                return self._stays(updated)
            function.plain = True
            made.append(f"iter({call_of(function, fed, fed_names(later.feed) if later else fed, later, self._script)})")
        names = ", ".join(name for name, _ in starts)
        self._new_targets[id(original)] = target_of(names)
        return expression(", ".join(made))

    def _merged(self, node: cst.BaseExpression, kind: Kind) -> Asked:
        if kind is not Kind.MERGED:
            return asked_for(node, self._now, self._script)
        region = next((each for each in self._regions if each.summaries), self._regions[0])
        if any(each[0] != "scalar" for each in region.summaries):
            self.reasons.append("summaries of histograms and images are left out")
        return merged_summaries(region)

    def _function(self, asked: tuple[Asked, ...], fed: dict[str, str] | None) -> Function | None:
        return function_for(asked, self._now, self._regions, self._script, tuple(fed or ()))

    def _stays(self, call: cst.Call) -> cst.BaseExpression:
        self.reasons.append("this run asks for tensors of several scopes: put what computes them into one function")
        return call

    def _give(
        self,
        original: cst.Call,
        updated: cst.Call,
        run: Run,
        asked: tuple[Asked, ...],
        fed: dict[str, str] | None,
        texts: dict[str, str] | None,
        later: Run | None,
        statement: bool,
    ) -> cst.BaseExpression:
        computed = [each for each in asked if not each.direct]
        if not computed:
            return direct_of(run, asked, self._targets.get(id(original)), statement)
        effects = [each for each in asked if each.effect]
        if effects and any(each.variable for each in asked):
            self.reasons.append("a race in TF1, which may read a variable before or after the update; here it is after")
        whole = effects or len(computed) > 1
        inside = tuple(within(each, self._script.tf) if whole else each for each in asked)
        wanted = inside if whole else tuple(computed)
        function = self._function(wanted, fed)
        if function is None:
            return self._stays(updated)
        call = call_of(function, fed, texts, later, self._script)
        values = [each for each in wanted if not each.effect]
        if statement or not values:
            if not statement and id(original) in self._targets:
                self._new_targets[id(original)] = cst.Name(GONE)
            return expression(call)
        target = self._targets.get(id(original))
        if run.form == "one":
            return expression(values_of(call, values, self._script.tf))
        if run.form == "dict":
            items = f"zip([{', '.join(run.keys)}], {call})"
            return expression("{key: value.numpy() for key, value in " + items + "}")
        if isinstance(target, cst.Tuple | cst.List) and len(target.elements) == len(asked):
            left = [each.value for each, one in zip(target.elements, asked, strict=True) if not one.effect]
            new = left[0] if len(left) == 1 else cst.Tuple([cst.Element(each) for each in left], lpar=[], rpar=[])
            assert isinstance(new, cst.BaseAssignTargetExpression)
            self._new_targets[id(original)] = new
            if whole:
                return expression(values_of(call, values, self._script.tf))
            return expression(", ".join(f"{call}.numpy()" if not each.direct else each.text for each in asked))
        if not whole:
            items = ", ".join(f"{call}.numpy()" if not each.direct else each.text for each in asked)
            return expression(f"[{items}]")
        if len(values) == 1:
            return expression("[" + ", ".join("None" if each.effect else f"{call}.numpy()" for each in asked) + "]")
        if not effects:
            return expression(values_of(call, values, self._script.tf))
        self.reasons.append("the train op gives None no more: what is asked for is in the list without it")
        return expression(values_of(call, values, self._script.tf))
