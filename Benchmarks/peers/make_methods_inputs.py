"""Writes the inputs of the benchmark of methods: a made-up matrix of units, indicators and years, the same every time.

    make_methods_inputs.py FOLDER [UNITS] [INDICATORS] [YEARS]
"""

import csv
import sys
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])
units, indicators, years = (int(a) if a else d for a, d in zip(sys.argv[2:] + [""] * 3, (425, 59, 10)))
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(2026)
AREAS, POINTS = 3, 12

rows = []
low, high = np.zeros(indicators), np.zeros(indicators)
for i in range(indicators):
    log = i % 9 == 4
    rate = not log and i % 3 != 2
    low[i], high[i] = (100, 50_000) if log else (0, 100) if rate else (2, 40)
    direction = -1 if i % 5 == 3 else 1
    # Half of them have a target.
    target = "" if i % 2 else {1: low[i] + 0.9 * (high[i] - low[i]), -1: low[i] + 0.1 * (high[i] - low[i])}[direction]
    point = i * POINTS // indicators
    rows.append([f"i{i:03}", direction, "log" if log else "goalposts", low[i], high[i], int(rate), target, point * AREAS // POINTS, point])
with (folder / "indicators.csv").open("w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "direction", "scale", "low", "high", "rate", "target", "area", "point"])
    writer.writerows(rows)

level = random.uniform(0.25, 0.75, (units, 1, 1)) + random.normal(0, 0.1, (units, indicators, 1))
pace = random.normal(0.008, 0.012, (units, indicators, 1)) * np.arange(years)
share = np.clip(level + pace + random.normal(0, 0.01, (units, indicators, years)), 0.01, 0.99)
log = np.array([row[2] == "log" for row in rows])[None, :, None]
spread = (high - low)[None, :, None]
values = np.where(log, np.where(log, low[None, :, None], 1) * (high / np.where(low > 0, low, 1))[None, :, None] ** share, low[None, :, None] + share * spread)
# One series of ten is missing, and one year of thirty.
values[random.random((units, indicators)) < 0.1] = np.nan
values[random.random(values.shape) < 1 / 30] = np.nan
values.astype("<f8").tofile(folder / "values.f64")
(folder / "shape.txt").write_text(f"{units} {indicators} {years} 2025\n")
