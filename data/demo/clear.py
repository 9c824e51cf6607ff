"""Take the example away again."""

from data.store import Change


def clear_example(change: Change) -> int:
    """Remove every example library and all that hangs on it; how many partnerships went.

    With the libraries go their partnerships, the partners that no other partnership has, what
    was written down about these two, and the register locations linked to those partners.
    Reference facts, registers and everything of other libraries stay.
    """
    removed = count_example_partnerships(change)
    for name in (
        "clear_example_documents",
        "clear_example_files",
        "clear_example_links",
        "clear_example_partners",
        "clear_example_partnerships",
        "clear_example_libraries",
    ):
        change.run(name)
    return removed


def count_example_partnerships(change: Change) -> int:
    """How many partnerships the example libraries have."""
    return int(change.run("count_example_partnerships")[0]["partnerships"])
