"""Date expressions, their values, and the day an article was written."""
