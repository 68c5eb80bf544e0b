"""Lists and filters: table, undated, problems, log, the filter pane and its chips."""
