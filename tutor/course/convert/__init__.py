"""Lessons from elsewhere, and questions to elsewhere."""
