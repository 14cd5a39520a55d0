"""A lesson's text as lines of styled segments: a pure layout, which knows no widget."""
