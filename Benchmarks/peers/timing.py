"""Timing of the measured work alone, printed as the tools in Swift print it."""

import json
import time
from contextlib import contextmanager


@contextmanager
def measured():
    counts: dict = {}
    start = time.perf_counter()
    yield counts
    print(json.dumps({"seconds": time.perf_counter() - start, **counts}))
