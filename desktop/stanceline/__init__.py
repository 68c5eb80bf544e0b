"""Who stands where on a contested plan, since when, and in whose words."""

__version__ = "0.1.0"


class StancelineError(Exception):
    """Something outside the program failed: its text says what, where, and what to do."""
