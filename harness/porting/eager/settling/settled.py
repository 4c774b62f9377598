"""What is settled of a script before anybody looks at what its runs compute."""

import libcst as cst

from harness.porting.eager.resolve import Aliases
from harness.porting.eager.settling.always_given import with_given_names
from harness.porting.eager.settling.chained import with_names_apart
from harness.porting.eager.settling.collections_of_losses import with_losses_apart
from harness.porting.eager.settling.copies import with_copies
from harness.porting.eager.settling.either_way import without_either_way
from harness.porting.eager.settling.inline import inlined
from harness.porting.eager.settling.inlined_initials import with_values_told_apart
from harness.porting.eager.settling.known_shapes import with_known_shapes
from harness.porting.eager.settling.lifted import with_makers_lifted
from harness.porting.eager.settling.named_fetches import with_fetches_spelled_out
from harness.porting.eager.settling.nested_gradients import with_gradients_apart
from harness.porting.eager.settling.pairs import with_variables_alone
from harness.porting.eager.settling.run_statistics import CHANGE as STATISTICS
from harness.porting.eager.settling.run_statistics import without_run_statistics
from harness.porting.eager.settling.scope_initializers import with_scope_initializers
from harness.porting.eager.settling.scoped_names import with_scoped_names
from harness.porting.eager.settling.second_sessions import with_second_sessions_marked
from harness.porting.eager.settling.session_settings import without_session_settings
from harness.porting.eager.settling.session_threads import without_session_threads
from harness.porting.eager.settling.shared_scopes import with_shared_scopes
from harness.porting.eager.settling.state_feeds import with_whole_states
from harness.porting.eager.settling.summaries_in_functions import CHANGE as SUMMARIES
from harness.porting.eager.settling.summaries_in_functions import without_summaries_in_functions

_CHANGES = (
    with_names_apart,
    without_summaries_in_functions,
    with_makers_lifted,
    with_losses_apart,
    inlined,
    with_losses_apart,
    with_given_names,
    with_variables_alone,
    with_scope_initializers,
    with_values_told_apart,
    with_shared_scopes,
    with_copies,
    with_scoped_names,
    with_second_sessions_marked,
    without_session_settings,
    without_session_threads,
    without_run_statistics,
    without_either_way,
    with_known_shapes,
    with_fetches_spelled_out,
    with_gradients_apart,
    with_whole_states,
)


# What nothing stands for, and is said to be left out.
_SAID = {without_run_statistics: STATISTICS, without_summaries_in_functions: SUMMARIES}


def settled(module: cst.Module, aliases: Aliases) -> tuple[cst.Module, tuple[str, ...]]:
    """Give a module whose builders stand where they are called, and whose copies, names, shapes, gradients and feeds
    are as those who look at its runs expect them; and what was left out of it, in words.

    ``aliases`` are those of the module as it comes: no change is made to what its names of TensorFlow stand for.
    """
    said = []
    for change in _CHANGES:
        before, module = module, change(module, aliases)
        if module is not before and change in _SAID:
            said.append(_SAID[change])
    return module, tuple(said)
