"""Who speaks, what they say, where they stand and what happens: in one article, then across articles."""
