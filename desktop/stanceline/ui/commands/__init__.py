"""What the actions do, one module a menu or subject."""
