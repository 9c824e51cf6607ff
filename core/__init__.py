"""Models, methods and charts: no Streamlit, no DuckDB, no files."""
