"""A script is run as it is, but for rounding: what it trains and what it is fed is moved at random by at most one ULP.

``SETTING["sample"]`` seeds the moves, from 0; with ``SETTING["still"]`` all is done but nothing moves, which has to
print what the script prints by itself. Its own seeds and draws stay as they are: nothing is added to a graph, by
whose ops seeds may be counted, and no generator but one of its own is used.

=======================  =================================================================================
``perturbing.values``    moving numbers
``perturbing.sessions``  graphs: trained variables after each run that sets or updates them, and feeds
``perturbing.eager``     eager mode: trained variables when they are made, and after each update
``perturbing.data``      arrays given to Keras' models, to ``tf.data``, or made constants
=======================  =================================================================================
"""

from _harness_preludes.perturbing import data, eager, sessions
from _harness_preludes.perturbing.values import Mover

mover = Mover(SETTING["sample"], SETTING.get("still", False))
sessions.install(mover)
eager.install(mover)
data.install(mover)
