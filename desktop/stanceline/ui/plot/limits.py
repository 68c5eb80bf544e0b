"""What the timeline says where its range goes no further."""

from stanceline.ui.words import say


def limit_words(is_finest: bool) -> str:
    """Why zooming ends."""
    return say("This is the finest scale.") if is_finest else say("This is the widest range.")


def edge_words() -> str:
    """Why panning ends."""
    return say("The calendar ends here.")
