"""Reads a tidy CSV file with polars, types given, all in memory: `ingest_csv_polars.py FILE [--codes]`.

Less than what gnlc does: no code is looked up, no row is accounted for. With `--codes` the columns of codes become numbers of
codes, as they do in gnlc, which still looks each up in the catalogue and the registry.
"""

import sys

import polars

from timing import measured

CODE = polars.Categorical if "--codes" in sys.argv else polars.String
TYPES = {
    "CITY": CODE, "VARIABLE": CODE, "SEX": CODE, "AGE": CODE, "EDUCATION_LEVEL": CODE, "ZONE": CODE, "DISTRICT": CODE,
    "GROUP": CODE, "TIME_PERIOD": polars.Int32, "OBS_VALUE": polars.Float64, "UNIT_MEASURE": CODE, "OBS_STATUS": CODE, "NOTE": polars.String,
}

with measured() as counts:
    frame = polars.read_csv(sys.argv[1], schema=TYPES)
    counts["rows"] = frame.height
