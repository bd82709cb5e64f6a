"""The example over exported diaries: figures are those of others' programs, silences those of the rules, nothing is dropped."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import tidemark

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "bindings" / "python" / "examples" / "cohort.py"
sys.path[:0] = [str(EXAMPLE.parent), str(ROOT / "tests" / "python")]

import cohort  # noqa: E402
import diaries  # noqa: E402

ORACLES = ROOT / "core" / "stats" / "oracles" / "gls_trend"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four made-up diaries as exports, one of them too short."""
    folder = tmp_path_factory.mktemp("exports")
    ratings, _ = diaries.made(4)
    for name, rows in ratings.groupby("diary"):
        diaries.export(rows, folder / str(name))
    return folder


def of_series(case: str) -> pd.DataFrame:
    """The table of one diary that rates stress as the oracle's series does."""
    series = pd.read_csv(ORACLES / f"{case}.csv", dtype=str)
    [row] = diaries.made(1)[0].head(1).to_dict("records")
    rows = []
    for number, (day, value) in enumerate(zip(series["date"], series["value"], strict=True)):
        at = {"rated_at": f"{day}T20:00:00+00:00", "recorded_at": f"{day}T20:01:00+00:00", "logical_date": day}
        same = {"measure_id": "stress", "measure_label": "Stress", "scale_step": "0.001", "diary": case}
        rows.append({**{str(name): cell for name, cell in row.items()}, **at, **same, "entry_id": f"01a20f28-{number:04x}-7000-8000-000000000000", "value": value})
    return pd.DataFrame(rows)


@pytest.mark.parametrize("case", ["rising_90", "strong_120", "one_decimal_50", "long_gap_40"])
def test_the_slope_is_that_of_nlme(case: str) -> None:
    """`core/stats/oracles/gls_trend`: R's nlme, REML with CAR(1) errors."""
    [expected] = [
        answer["expected"]
        for answer in json.loads((ORACLES / f"{case}.expected.json").read_text(encoding="utf-8"))
        if answer["options"] == []
    ]
    table = of_series(case)
    [summary] = tidemark.trends_of_ratings(table.to_csv(index=False), tidemark.Span())
    assert summary.n == expected["n"]
    if isinstance(summary.drift, tidemark.DriftFigure.ESTIMATED):
        drift = summary.drift.drift
        assert drift.slope_per_30_days == pytest.approx(expected["slope_per_30_days"], rel=1e-4)
        assert drift.interval.low < drift.slope_per_30_days < drift.interval.high
        assert drift.interval.level == 0.95
        [row] = cohort.analyse(table).to_dict("records")
        assert row["drift_per_30_days"] == drift.slope_per_30_days
        assert (row["drift_low"], row["drift_high"]) == (drift.interval.low, drift.interval.high)
    else:
        # Half the scale is 5 points per 30 days: where nothing is said, nlme's own interval is near or above that.
        assert isinstance(summary.drift, tidemark.DriftFigure.SILENT)
        assert summary.drift.silence.code == "too_wide"
        assert expected["ci_high"] - expected["ci_low"] > 4


def test_at_least_two_of_those_series_have_a_drift() -> None:
    said = [cohort.analyse(of_series(case))["drift_per_30_days"].notna().all() for case in ("rising_90", "strong_120")]
    assert said == [True, True]


def test_a_folder_of_exports_gives_one_row_a_measure_and_person(folder: Path) -> None:
    result = cohort.cohort(folder)
    assert list(result.columns) == list(cohort.COLUMNS)
    assert sorted(zip(result["diary"], result["measure"], strict=True)) == sorted(
        (f"person-{number:04d}", measure) for number in range(4) for measure in diaries.MEASURES
    )
    short = result[result["diary"] == "person-0003"]
    assert list(short["n"]) == [29] * 4
    assert list(short["silent"]) == ["too_few"] * 4
    assert short[["drift_per_30_days", "drift_low", "drift_high"]].isna().all(axis=None)
    rest = result[result["diary"] != "person-0003"]
    assert rest["silent"].isna().all()
    assert (rest["n"] + rest["n_missing"] <= 90).all()
    assert (rest["drift_low"] < rest["drift_per_30_days"]).all()
    assert (rest["drift_per_30_days"] < rest["drift_high"]).all()


def test_counts_and_medians_are_those_of_the_rows(folder: Path) -> None:
    """Counted by pandas from the tables: these diaries have one live rating a day, so the rules change nothing."""
    rows = pd.concat([cohort.load(one) for one in cohort.exports(folder)])
    by = rows.assign(value=rows["value"].astype(float)).groupby(["diary", "measure_id"])["value"].agg(["count", "median"])
    result = cohort.cohort(folder).set_index(["diary", "measure"]).sort_index()
    assert list(result["n"]) == list(by["count"])
    assert list(result["median"]) == list(by["median"])


def test_an_export_that_the_program_wrote_is_counted_by_the_rules() -> None:
    """`tests/inputs/valid/csv-folder`, by hand: of three ratings of stress one is a skip and one is somebody else's; mood was rated
    about right now, which answers another question; sleep was written four days late."""
    result = cohort.analyse(cohort.load(ROOT / "tests" / "inputs" / "valid" / "csv-folder")).set_index("measure")
    assert sorted(result.index) == ["sleep_duration", "stress"]
    stress = result.loc["stress"]
    assert (stress["n"], stress["n_imported"], stress["n_proxy"]) == (1, 1, 1)
    assert "proxy_excluded" in stress["cautions"]
    assert pd.isna(stress["median"])
    assert result.loc["sleep_duration", "n"] == 1


@pytest.mark.parametrize("file", ["observations.csv", "measures.csv"])
def test_a_cut_export_is_named_and_not_passed_over(folder: Path, tmp_path: Path, file: str) -> None:
    ratings, _ = diaries.made(1)
    diaries.export(ratings, tmp_path / "person-0000")
    (tmp_path / "person-0001").mkdir()
    with pytest.raises(cohort.NotAnExport, match=r"person-0001 has no datapackage\.json"):
        cohort.cohort(tmp_path)
    (tmp_path / "person-0001").rmdir()
    cut = tmp_path / "person-0000" / file
    cut.write_bytes(cut.read_bytes()[:-100])
    with pytest.raises(cohort.NotAnExport, match=f"{file} was changed"):
        cohort.cohort(tmp_path)


def test_a_rating_that_no_scale_takes_stops_its_diary_by_line_and_column() -> None:
    table, _ = diaries.made(1)
    table.loc[5, "value"] = "11"
    with pytest.raises(cohort.NotAnExport, match=r"person-0000.*line 7, column value"):
        cohort.analyse(table)


def test_the_command_prints_the_table_and_writes_it(folder: Path, tmp_path: Path) -> None:
    written = tmp_path / "result.csv"
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), str(folder), "--csv", str(written)], capture_output=True, text=True, check=True
    )
    assert "4 diaries, each for itself" in done.stdout
    pd.testing.assert_frame_equal(pd.read_csv(written)[["diary", "n"]], cohort.cohort(folder)[["diary", "n"]], check_dtype=False)
    none = subprocess.run([sys.executable, str(EXAMPLE), str(tmp_path)], capture_output=True, text=True, check=False)
    assert none.returncode == 1
    assert "holds no folder" in none.stderr
