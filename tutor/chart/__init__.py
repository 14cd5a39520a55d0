"""From a drawing to text of a given size: `drawing.draw` is pure, and knows no widget; `palette` has the colours."""
