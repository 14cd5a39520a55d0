"""The terminal that the full screen is drawn on. What Textual keeps to itself about it is read here and nowhere else.

Textual has no hook between the bytes of a terminal and its keys, nor one for the end of a program that fails. So its
driver is inherited from, and what differs is overridden, a method each.
"""
