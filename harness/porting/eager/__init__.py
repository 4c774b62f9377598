"""Graph and Session code as eager TF2: what was between placeholders and fetches stands in functions."""
