"""How surely the steps of a run are all the updates that it applied to what it trains."""


class Applied(object):
    """Assignments to trained variables that are no step, or are steps of which the same script, written otherwise,
    would make none: so many updates may have been applied more, or fewer, than there are steps."""

    def __init__(self):
        self.trained = set()
        self.loose = {}
        self.is_known = True

    def trains(self, variables):
        """These variables are trained, named by anything that can be a key."""
        self.trained.update(variables)

    def assigned(self, variable, times=1):
        """A variable was assigned to outside of any step; it matters where it is a trained one."""
        self.loose[variable] = self.loose.get(variable, 0) + times

    def unknown(self):
        """How many updates a step applies cannot be told."""
        self.is_known = False

    def told(self):
        """Give the most such assignments to one trained variable, None where that is not known."""
        if not self.is_known:
            return None
        most = max([count for variable, count in self.loose.items() if variable in self.trained] or [0])
        return most if most < float("inf") else None
