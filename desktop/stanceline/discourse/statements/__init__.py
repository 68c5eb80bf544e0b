"""Who said or thought what: quotations, reported speech and views with source, cue and content."""
