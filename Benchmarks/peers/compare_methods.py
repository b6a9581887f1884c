"""Compares the numbers of two programs, file by file: ends with 1 where any differ by more than 1e-9 (relative beyond 1).

    compare_methods.py FOLDER FOLDER
"""

import sys
from pathlib import Path

import numpy as np

ours, peer = map(Path, sys.argv[1:3])
failed = False
for name in ("progress", "scores", "places", "influence"):
    a, b = (np.fromfile(folder / f"{name}.f64", dtype="<f8") for folder in (ours, peer))
    if a.shape != b.shape:
        print(f"{name}: {a.size} numbers against {b.size}")
        failed = True
        continue
    absent = np.isnan(a) != np.isnan(b)
    both = ~np.isnan(a) & ~np.isnan(b)
    difference = np.abs(a[both] - b[both]) / np.maximum(1, np.abs(b[both]))
    largest = difference.max(initial=0)
    print(f"{name}: {both.sum()} numbers, largest difference {largest:.1e}, only in one {absent.sum()}")
    failed |= bool(absent.any()) or largest > 1e-9
sys.exit(int(failed))
