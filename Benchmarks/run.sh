#!/bin/sh
# Compares gnlc with its peers and prints one table. Called by `make bench`; README.md tells how to read it.
#
#   Benchmarks/run.sh [options of measure.py]
#   SIZES="13 425" REPEATS=5 Benchmarks/run.sh --only round
#
# Taken from the environment: SIZES, REPEATS, PYTHON (a Python that has the peers already), DATA, GNLC and TOOL (built already).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
data=${DATA:-$here/.build-data}
sizes=${SIZES:-13 425 4250}
python=${PYTHON:-}

if [ -z "$python" ]; then
  python=$here/.build-venv/bin/python
  if [ ! -x "$python" ]; then
    python3 -m venv "$here/.build-venv"
    "$python" -m pip install --quiet --disable-pip-version-check -r "$here/peers/requirements.txt"
  fi
fi

if [ -z "${GNLC:-}" ]; then
  swift build -c release --static-swift-stdlib --package-path "$root" --product gnlc
  GNLC=$(swift build -c release --package-path "$root" --show-bin-path)/gnlc
fi
if [ -z "${TOOL:-}" ]; then
  swift build -c release --package-path "$here"
  TOOL=$(swift build -c release --package-path "$here" --show-bin-path)/bench-tool
fi

mkdir -p "$data"
for cities in 13 $sizes; do
  if [ ! -d "$data/$cities/Inputs" ]; then
    rm -rf "${data:?}/$cities"
    "$GNLC" demo --workspace "$root" --cities "$cities" --out "$data/$cities"
    # The peer keeps nothing back, so that the numbers can be compared.
    printf 'disclosure:\n  minimum_count: 1\n  minimum_denominator: 1\n' >>"$data/$cities/Inputs/demo/programme.yaml"
  fi
done
[ -f "$data/tidy.csv" ] || "$python" "$here/peers/make_inputs.py" "$data/13" "$data/tidy.csv"
[ -f "$data/million-cells.xlsx" ] || "$TOOL" write-xlsx 100000 "$data/million-cells.xlsx"

# shellcheck disable=SC2086 # a list of numbers
exec "$python" "$here/measure.py" --gnlc "$GNLC" --tool "$TOOL" --data "$data" --sizes $sizes --repeats "${REPEATS:-3}" "$@"
