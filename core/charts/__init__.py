"""One factory a chart: no data in, an Altair chart over named datasets out.

A specification does not depend on the rows that it will show, so each is built once and the
rows travel apart from it. Colours come from the theme in `.streamlit/config.toml`.
"""
