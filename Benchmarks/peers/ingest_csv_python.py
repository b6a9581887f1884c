"""Reads a tidy CSV file with Python's csv to typed tuples: `ingest_csv_python.py FILE`."""

import csv
import sys

from timing import measured

with measured() as counts:
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = {name: position for position, name in enumerate(next(reader))}
        city, variable, sex, age, level, zone, district, group, year, value, unit, status, note = (header[name] for name in (
            "CITY", "VARIABLE", "SEX", "AGE", "EDUCATION_LEVEL", "ZONE", "DISTRICT", "GROUP", "TIME_PERIOD", "OBS_VALUE",
            "UNIT_MEASURE", "OBS_STATUS", "NOTE"))
        intern = sys.intern
        rows = [
            (intern(row[city]), intern(row[variable]), intern(row[sex]), intern(row[age]), intern(row[level]), intern(row[zone]),
             intern(row[district]), intern(row[group]), int(row[year]), float(row[value]) if row[value] else None,
             intern(row[unit]), intern(row[status]), intern(row[note]))
            for row in reader]
    counts["rows"] = len(rows)
