"""The course as a dialogue, line by line: for screen readers, terminals without a cursor, and pipes."""
