"""Dialogs and small forms that belong to no other part."""
