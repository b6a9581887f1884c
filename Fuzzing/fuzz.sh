#!/usr/bin/env bash
# Feeds every reader with broken inputs and prints one table; ends with 1 at the first crash, hang or greed. Called by `make fuzz`.
#
#   RUNS=1000000          how many inputs a reader
#   READERS="csv yaml"    only these
#   TIME=600              stop a reader after so many seconds all the same
#   JOBS=2                how many readers at a time
#
# What a fuzzer finds is kept in .build/found/<reader>; GNLC_FUZZ_TARGET=<reader> .build/<flavour>/release/Fuzz FILE runs it again.
set -euo pipefail
cd "$(dirname "$0")"

runs=${RUNS:-1000000}
readers=${READERS:-workbook parts csv submission template cells yaml}
jobs=${JOBS:-$(nproc)}

# The readers of bytes use pointers, so they are watched by the address sanitizer as well; the others are three times faster without.
flavour_of() { case $1 in workbook | parts | csv) echo address ;; *) echo plain ;; esac; }

build() {
  local sanitizers=(--sanitize fuzzer)
  if [ "$1" = address ]; then sanitizers+=(--sanitize address); fi
  # Tests' access to internal names; --sanitize instruments every module below, too.
  swift build -c release "${sanitizers[@]}" -Xswiftc -enable-testing --scratch-path ".build/$1" >".build/$1.log" 2>&1 ||
    { cat ".build/$1.log"; exit 1; }
}

fuzz() {
  local reader=$1 flavour corpus=.build/corpus/$1 seeds=.build/seeds/$1 found=.build/found/$1
  flavour=$(flavour_of "$reader")
  rm -rf "$seeds"
  mkdir -p "$corpus" "$seeds" "$found"
  # The resident set of an instrumented process is larger than the reader's own; single allocations are watched in both.
  local most=200
  if [ "$flavour" = address ]; then most=400; fi
  # The runtime's own report of a crash would come before libFuzzer keeps the input.
  export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 GNLC_FUZZ_TARGET=$reader
  local fuzzer=.build/$flavour/release/Fuzz
  GNLC_FUZZ_SEEDS=$seeds "$fuzzer" 2>/dev/null
  "$fuzzer" -runs="$runs" -max_total_time="${TIME:-0}" -timeout=2 -rss_limit_mb=$most -malloc_limit_mb=200 -max_len=1024 \
    -print_final_stats=1 -artifact_prefix="$found/" "$corpus" "$seeds" >".build/$reader.log" 2>&1 || true
  row "$reader" "$flavour"
}

row() {
  local log=.build/$1.log result="nothing found"
  stat() { sed -n "s/^stat::$1: *//p" "$log"; }
  if grep -aqE '^(SUMMARY|==[0-9]+== ?ERROR)' "$log"; then
    result=$(grep -aoE '^SUMMARY.*' "$log" | head -1)
    touch ".build/failed"
  fi
  local blocks
  blocks=$(grep -aoE 'cov: [0-9]+' "$log" | tail -1 | cut -d' ' -f2)
  echo "| $1 | $2 | $(stat number_of_executed_units) | $(stat average_exec_per_sec) | ${blocks:-} | $(stat slowest_unit_time_sec) | $(stat peak_rss_mb) | $result |"
}

mkdir -p .build
rm -f .build/failed
for flavour in plain address; do
  for reader in $readers; do
    if [ "$(flavour_of "$reader")" = $flavour ]; then build $flavour; break; fi
  done
done
echo "| reader | build | inputs | a second | blocks reached | slowest, s | peak MB | result |"
echo "|---|---|---|---|---|---|---|---|"
for reader in $readers; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || true; done
  fuzz "$reader" &
done
wait
[ ! -e .build/failed ]
