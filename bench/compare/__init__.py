"""The same page in Dash, in Shiny for Python, in plain Streamlit, and ours."""
