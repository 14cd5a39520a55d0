"""Where a lesson ends, and where the course does."""
