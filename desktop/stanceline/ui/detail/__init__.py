"""The detail pane: the sentence behind a mark, the rule that read it, a whole position."""
