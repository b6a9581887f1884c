"""Compares the CSV files of two runs value by value: an independent oracle for gnlc, and proof that both did the same job."""

import argparse
import sys
from pathlib import Path

import polars as pl

KEYS = {
    "observations": ["CITY", "VARIABLE", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
    "indicators": ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
    "scores": ["CITY", "FRAMEWORK", "LEVEL", "NODE", "REFERENCE_YEAR"],
    "changes": ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
}


def read(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, infer_schema=False).fill_null("")


def compare(name: str, ours: pl.DataFrame, theirs: pl.DataFrame, shown: int) -> int:
    key = KEYS[name]
    # The peer keeps nothing back, corrects nothing, and says nothing of either.
    columns = [column for column in ours.columns if column not in (*key, "RUN_ID", "CONF_STATUS")]
    columns = [column for column in columns if column in theirs.columns or (ours[column] != "").any()]
    lacking = [column for column in columns if column not in theirs.columns]
    if lacking:
        print(f"{name}: the peer lacks the columns {', '.join(lacking)}")
        return len(lacking)
    for label, frame in (("gnlc", ours), ("peer", theirs)):
        if frame.select(key).is_duplicated().any():
            print(f"{name}: {label} has rows with the same key")
            return 1
    joined = ours.join(theirs, on=key, how="full", suffix="_peer", coalesce=False)
    only_ours = joined.filter(pl.col(f"{key[0]}_peer").is_null())
    only_theirs = joined.filter(pl.col(key[0]).is_null())
    both = joined.drop_nulls([key[0], f"{key[0]}_peer"])
    differences = only_ours.height + only_theirs.height
    for label, rows, suffix in (("gnlc", only_ours, ""), ("the peer", only_theirs, "_peer")):
        if rows.height:
            print(f"{name}: {rows.height} rows only in {label}, such as")
            for row in rows.head(shown).select([column + suffix for column in key]).rows():
                print("   ", ", ".join(row))
    for column in columns:
        differing = both.filter(pl.col(column) != pl.col(f"{column}_peer"))
        differences += differing.height
        if differing.height:
            print(f"{name}.{column}: {differing.height} of {both.height} differ, such as")
            for row in differing.head(shown).select([*key, column, f"{column}_peer"]).rows():
                print("   ", ", ".join(row[:-2]), f"gnlc {row[-2]!r} peer {row[-1]!r}")
    if not differences:
        print(f"{name}: {both.height} rows, {len(columns)} columns, no difference")
    return differences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ours", type=Path, help="folder of the CSV files that gnlc published")
    parser.add_argument("theirs", type=Path, help="folder of the CSV files of the peer")
    parser.add_argument("--show", type=int, default=5, help="differences shown of each kind")
    arguments = parser.parse_args()
    total = 0
    for name in KEYS:
        total += compare(name, *(read(folder / f"{name}.csv") for folder in (arguments.ours, arguments.theirs)), arguments.show)
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
