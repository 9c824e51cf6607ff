"""Text that a spreadsheet would run as a formula: made harmless, and read back as it was typed."""

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(typed: str) -> str:
    """The text with a `'` in front if a spreadsheet would take it for a formula."""
    return f"'{typed}" if typed.startswith(_STARTS) else typed


def as_typed(harmless_text: str) -> str:
    """The text without the `'` that `harmless` put in front."""
    starts = harmless_text.startswith("'") and harmless_text[1:].startswith(_STARTS)
    return harmless_text[1:] if starts else harmless_text
