"""The tables of a project, the decisions laid over them, and the arrays that views are drawn from."""
