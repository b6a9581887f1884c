"""Reads a tidy CSV file with polars, types given, all in memory: `ingest_csv_polars.py FILE`.

Less than what gnlc does: no code is looked up, no row is accounted for.
"""

import sys

import polars

from timing import measured

TYPES = {
    "CITY": polars.String, "VARIABLE": polars.String, "SEX": polars.String, "EDUCATION_LEVEL": polars.String,
    "TIME_PERIOD": polars.Int32, "OBS_VALUE": polars.Float64, "UNIT_MEASURE": polars.String,
    "OBS_STATUS": polars.String, "NOTE": polars.String,
}

with measured() as counts:
    frame = polars.read_csv(sys.argv[1], schema=TYPES)
    counts["rows"] = frame.height
