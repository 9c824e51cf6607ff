"""The reasons for attention, in words."""

from core.attention import REASONS


def test_every_reason_is_a_label_and_a_sentence() -> None:
    assert len({reason.label for reason in REASONS.values()}) == len(REASONS) == 11
    for reason in REASONS.values():
        assert reason.explanation.endswith(".")
        assert not reason.label.endswith(".")
