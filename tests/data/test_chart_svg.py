"""Charts on paper: drawn by the factories of the pages, with their colours and Dutch numbers."""

import re
import xml.etree.ElementTree as ET

import pyarrow as pa

from core.charts.bars import composition_bars, coverage_bars
from data.chart_svg import chart_svg

COVERAGE = pa.table(
    {
        "theme_label": ["Kinderopvang", "Mbo"],
        "theme_group": ["education", "education"],
        "share": [0.4, None],
        "with_pipeline": [0.5, None],
        "text": ["1.200 van 3.000 (40%)", "noemer onbekend"],
        "published": [0.6, None],
        "published_text": ["60%", None],
    }
)


def test_a_chart_is_a_vector_drawing_with_its_words_and_the_colours_of_the_light_theme() -> None:
    drawn = chart_svg(coverage_bars, COVERAGE, width=480)
    root = ET.fromstring(drawn)
    assert root.tag.endswith("svg")
    words = set(root.itertext())
    assert {"Kinderopvang", "Mbo", "1.200 van 3.000 (40%)", "noemer onbekend", "50%"} <= words
    assert "#1f6fa8" in drawn  # education


def test_a_chart_is_as_wide_as_asked() -> None:
    widths = [
        float(re.findall(r'width="([\d.]+)"', chart_svg(coverage_bars, COVERAGE, width=asked))[0])
        for asked in (300, 600)
    ]
    assert 295 < widths[0] < 320
    assert 595 < widths[1] < 620


def test_labels_stand_in_the_order_of_the_rows() -> None:
    rows = pa.table(
        {
            "label": ["Zeta", "Alfa", "Mu"],
            "theme_group": ["community"] * 3,
            "active": [9, 5, 1],
            "pipeline": [0, 0, 0],
            "text": ["9", "5", "1"],
        }
    )
    drawn = chart_svg(composition_bars, rows, width=300)
    at = [drawn.index(f">{name}<") for name in ("Zeta", "Alfa", "Mu")]
    assert at == sorted(at)


def test_a_bar_of_no_theme_group_can_be_seen() -> None:
    rows = pa.table(
        {
            "label": ["netwerk", "project"],
            "theme_group": ["", ""],
            "active": [9, 5],
            "pipeline": [1, 0],
            "text": ["9 + 1", "5"],
        }
    )
    drawn = chart_svg(composition_bars, rows, width=300)
    bars = [
        one for one in re.findall(r"<path [^>]*>", drawn) if 'aria-roledescription="bar"' in one
    ]
    seen = [one for one in bars if re.search(r'fill="#[0-9a-f]{6}"', one)]
    assert len(seen) >= 4  # all of it and what is active, of both


def test_no_text_of_a_name_becomes_part_of_the_drawing() -> None:
    rows = COVERAGE.set_column(0, "theme_label", pa.array(["<script>&", "Mbo"]))
    assert "<script>" not in chart_svg(coverage_bars, rows, width=300)
