"""The steps of a page that do not fit in its own file."""
