"""Programs that learners write: what is asked of them, whether they are right, and what their mistake is."""
