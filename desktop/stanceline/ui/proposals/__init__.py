"""Proposals and how they are counted: their editor, their list, the counting rules."""
