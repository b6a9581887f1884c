"""Numbers as published: rounded once, half away from zero, by the shortest decimal that stands for them."""

import numpy as np


def rounded(values, decimals: int) -> np.ndarray:
    """The rounded numbers; NaN stays."""
    values = np.asarray(values, dtype=float)
    product = values * 10.0**decimals
    whole = np.copysign(np.floor(np.abs(product) + 0.5), product)
    with np.errstate(invalid="ignore"):
        distance = np.abs(np.abs(product - np.trunc(product)) - 0.5)
        ties = np.flatnonzero((distance < 1e-6) & (distance > 0))
    for index in ties:
        whole[index] = by_digits(float(values[index]), decimals, whole[index])
    return whole / 10.0**decimals + 0.0


def by_digits(value: float, decimals: int, otherwise: float) -> float:
    text = repr(abs(value))
    if "e" in text or "." not in text:
        return otherwise
    before, fraction = text.split(".")
    if len(fraction) <= decimals:
        return otherwise
    whole = int(before + fraction[:decimals]) + (fraction[decimals] >= "5")
    return float(-whole if value < 0 else whole)


def by_unit(values: np.ndarray, decimals: np.ndarray) -> np.ndarray:
    """Rounded, each to the decimals of its own unit."""
    result = np.full(len(values), np.nan)
    for count in np.unique(decimals):
        chosen = decimals == count
        result[chosen] = rounded(values[chosen], int(count))
    return result


def texts(values, decimals) -> np.ndarray:
    """As printed in CSV files: all decimals written, nothing for NaN."""
    values = np.asarray(values, dtype=float)
    decimals = np.broadcast_to(decimals, values.shape)
    result = np.full(len(values), "", dtype=object)
    for count in np.unique(decimals):
        chosen = (decimals == count) & ~np.isnan(values)
        pattern = f"%.{count}f"
        result[chosen] = [pattern % value for value in rounded(values[chosen], int(count))]
    return result


def shortest(values) -> np.ndarray:
    """In the shortest form, whole numbers without a point."""
    return np.array(
        ["" if value != value else str(int(value)) if value == int(value) else repr(value) for value in map(float, values)],
        dtype=object)
