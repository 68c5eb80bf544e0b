"""What is counted anew from an analysis by the rules of its cells: on any day, in any columns, for charts."""
