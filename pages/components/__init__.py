"""Parts of a page that Streamlit does not have, drawn in the browser.

Each is a Python function, its script and its style. The scripts send what a person does; the
functions believe nothing of it that does not fit what they were asked to show.
"""
