"""Reference events: their list and the form of one."""
