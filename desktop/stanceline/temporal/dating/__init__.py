"""Dates the articles themselves: what they state, else what all clues of the corpus allow together."""
