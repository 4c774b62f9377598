"""Reads and updates of a variable get an order where the graph has none: ``CHANGE["races"]``, for ``read_orders``."""

from _harness_preludes.graphs import read_orders

read_orders.force_orders(CHANGE["races"])
