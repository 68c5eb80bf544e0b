"""Saved views: their strip, the form to name one, and the presentation that plays them."""
