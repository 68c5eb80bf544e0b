"""Gives found expressions their values: one function a family, and what a reader of the text keeps in mind."""
