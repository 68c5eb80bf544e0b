"""Reference events: the tables, the names of their meetings in a text, and the user's own rows."""
