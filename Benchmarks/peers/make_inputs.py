"""Inputs of the small benchmarks, made from a synthetic workspace: a large tidy CSV file and its registry of cities."""

import argparse
from pathlib import Path


def make_csv(template: Path, out: Path, size: int) -> int:
    """Repeats one city's submission under other ids until the file has `size` bytes; returns the number of cities."""
    header, *rows = template.read_bytes().rstrip(b"\r\n").split(b"\r\n")
    tails = [row.split(b",", 1)[1] for row in rows]
    cities = 0
    with out.open("wb") as file:
        file.write(header + b"\r\n")
        while file.tell() < size:
            cities += 1
            city = b"xx-%05d," % cities
            file.write(b"".join(city + tail + b"\r\n" for tail in tails))
    return cities


def make_registry(template: Path, out: Path, cities: int) -> None:
    """A `cities.csv` with as many cities, in the columns of the workspace's own."""
    header, first, *_ = template.read_text(encoding="utf-8").splitlines()
    tail = first.split(",", 3)[3]
    lines = [f"xx-{n:05d},Example City {n},เมืองตัวอย่าง {n},{tail}" for n in range(1, cities + 1)]
    out.write_bytes("\r\n".join([header, *lines, ""]).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path, help="a workspace made by gnlc demo")
    parser.add_argument("out", type=Path, help="the CSV file to write; its registry is written beside it")
    parser.add_argument("--megabytes", type=int, default=200)
    arguments = parser.parse_args()
    programme = arguments.workspace / "Inputs" / "demo"
    template = sorted(programme.glob("*/submissions/*.csv"))[0]
    cities = make_csv(template, arguments.out, arguments.megabytes * 1_000_000)
    make_registry(programme / "cities.csv", arguments.out.with_name("cities.csv"), cities)


if __name__ == "__main__":
    main()
