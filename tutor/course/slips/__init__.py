"""Slips: what a wrong number most likely comes of, derived from the working of the readout that was asked for.

`hearing` finds what is to be said to a wrong number. `edits` makes the trees that a slip leads to, `around` takes what
else the lab shows, `shapes` what becomes of an array, and `unfolding` lays a learner's arithmetic beside the right one.
"""
