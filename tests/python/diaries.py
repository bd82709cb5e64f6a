"""Made-up diaries with a known truth, as the table that `trends_of_ratings` reads; the same seed gives the same bytes.

Each diary has one check-in a day at 20:00, four measures, and gaps. A measure is 5, plus its drift, plus errors that
resemble the day before (AR(1), φ = .3, SD 1.2), rounded to the grid of 0 to 10. Some diaries are made so that nothing may be
said of their drift; `truth` names the reason.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

MEASURES = {
    "stress": ("Stress", "day_overall", "higher_worse", "none at all", "the most I can imagine"),
    "mood": ("Mood", "day_overall", "higher_better", "very low", "very good"),
    "energy": ("Energy", "day_overall", "higher_better", "worn out", "full of energy"),
    "sleep_quality": ("Sleep quality", "last_night", "higher_better", "very poor", "very good"),
}
DRIFTS = (-1.0, 0.0, 0.5, 1.0)  # points per 30 days, one a measure, in turn over the diaries
START = date(2026, 1, 5)
PHI, SD = 0.3, 1.2

# The columns of `observations.csv` in their order, those with the same cell in every row, and three of `measures.csv`.
COLUMNS = (
    "row_id entry_id phase session_id measure_id measure_version measure_label frame value status unit scale_min scale_max "
    "scale_step direction item_number logical_date rated_at recorded_at zone_id rollover entry_mode delay_min in_window recalled "
    "recorded_by source revision note measure_frame anchor_low anchor_high diary"
).split()
SAME = {
    "phase": "daily",
    "status": "recorded",
    "unit": "{score}",
    "scale_min": "0",
    "scale_max": "10",
    "scale_step": "1",
    "zone_id": "Europe/Dublin",
    "rollover": "04:00",
    "entry_mode": "live",
    "delay_min": "0",
    "recorded_by": "self",
    "source": "app",
    "revision": "1",
    **dict.fromkeys(("session_id", "item_number", "in_window", "recalled", "note"), ""),
}


def made(count: int, days: int = 90, seed: int = 7) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ratings of `count` diaries, and what is true of each: `diary`, `measure`, `drift_per_30_days`, `silent`."""
    random = np.random.default_rng(seed)
    parts, truth = [], []
    for number in range(count):
        rows, said = one(number, days, random)
        parts.append(rows)
        truth += said
    ratings = pd.concat(parts, ignore_index=True).assign(**SAME)[COLUMNS].astype("object")
    return ratings, pd.DataFrame(truth, columns=["diary", "measure", "drift_per_30_days", "silent"])


def one(number: int, days: int, random: np.random.Generator) -> tuple[pd.DataFrame, list[tuple[str, str, float, str | None]]]:
    name = f"person-{number:04d}"
    kind = {3: "too_few", 13: "mostly_backfilled", 23: "scale_changed", 33: "no_variation"}.get(number % 50)
    kept = np.flatnonzero(random.random(days) < 0.85)
    if kind == "too_few":
        kept = kept[:29]
    dates = [START + timedelta(days=int(day)) for day in kept]
    size, half = len(kept), len(kept) // 2
    written = [day + timedelta(days=9 if kind == "mostly_backfilled" and place <= half else 0) for place, day in enumerate(dates)]
    version = np.where(np.arange(size) > half, 2, 1) if kind == "scale_changed" else np.ones(size, dtype=int)
    parts, truth = [], []
    for place, (measure, (label, frame, direction, low, high)) in enumerate(MEASURES.items()):
        drift = DRIFTS[(number + place) % len(DRIFTS)]
        level = 5 + drift * (kept - (days - 1) / 2) / 30
        value = np.clip(np.rint(level + errors(days, random)[kept]), 0, 10).astype(int)
        if kind == "no_variation":
            value[:] = 4
        truth.append((name, measure, drift, kind))
        columns = {
            "row_id": [f"02a20f28-{day:04x}-8{place:03x}-8000-{number:012x}" for day in kept],
            "entry_id": [f"01a20f28-{day:04x}-7000-8000-{number:012x}" for day in kept],
            "measure_id": measure,
            "measure_version": version.astype(str),
            "measure_label": label,
            "frame": frame,
            "value": value.astype(str),
            "direction": direction,
            "logical_date": [day.isoformat() for day in dates],
            "rated_at": [f"{day.isoformat()}T20:00:00+00:00" for day in dates],
            "recorded_at": [f"{day.isoformat()}T20:01:00+00:00" for day in written],
            "measure_frame": frame,
            "anchor_low": np.where(version == 2, "other words", low),
            "anchor_high": high,
            "diary": name,
        }
        parts.append(pd.DataFrame(columns, index=range(size)))
    rows = pd.concat(parts, ignore_index=True)
    return rows.sort_values(["logical_date", "measure_id"], kind="stable", ignore_index=True), truth


def errors(days: int, random: np.random.Generator) -> np.ndarray:
    """AR(1) errors with standard deviation SD."""
    noise = random.normal(0.0, SD * np.sqrt(1 - PHI**2), days)
    noise[0] = random.normal(0.0, SD)
    for day in range(1, days):
        noise[day] += PHI * noise[day - 1]
    return noise


def export(rows: pd.DataFrame, folder: Path) -> None:
    """Writes one diary as an export: the two tables that an analysis reads, and their description."""
    folder.mkdir(parents=True)
    facts = ["measure_id", "measure_version", "measure_label", "measure_frame", "scale_min", "scale_max", "scale_step"]
    facts += ["unit", "direction", "anchor_low", "anchor_high"]
    measures = rows[facts].drop_duplicates().rename(columns={"measure_label": "label", "measure_frame": "frame"})
    observations = rows.drop(columns=["measure_frame", "anchor_low", "anchor_high", "diary"])
    resources = []
    for name, table in (("observations", observations), ("measures", measures)):
        text = "\ufeff" + table.to_csv(index=False, lineterminator="\r\n")
        (folder / f"{name}.csv").write_bytes(text.encode())
        digest = hashlib.sha256(text.encode()).hexdigest()
        resources.append({"name": name, "path": f"{name}.csv", "hash": f"sha256:{digest}", "rows": len(table)})
    package = {"tidemark": {"format": "tidemark-csv", "version": 3, "min_reader": 3}, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
