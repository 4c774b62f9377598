"""What races reads before or after what it races with: ``SETTING["races"]``, as ``read_orders`` says."""

from _harness_preludes.graphs import read_orders

read_orders.force_orders(SETTING["races"])
