"""The timeline and the stance matrix beside it: canvas, frozen block, overview, keys."""
