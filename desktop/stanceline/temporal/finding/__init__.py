"""Finds date expressions: the rule table, its small language, the tagger and what it keeps out."""
