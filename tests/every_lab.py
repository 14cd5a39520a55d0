"""Every lab of the built-in course by name, in the order in which they are defined."""

from __future__ import annotations

import importlib
import pkgutil

from tutor import labs
from tutor.lab import Lab

LABS = {
    thing.name: thing
    for module in pkgutil.iter_modules(labs.__path__)
    for thing in vars(importlib.import_module(f"{labs.__name__}.{module.name}")).values()
    if isinstance(thing, Lab) and thing.name.startswith(f"{module.name}:")
}
