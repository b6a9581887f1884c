#!/usr/bin/env bash
# Feeds every reader with broken inputs and prints one table; ends with 1 at the first crash, hang or greed. Called by `make fuzz`.
#
#   RUNS=1000000          how many inputs a reader
#   READERS="csv yaml"    only these
#   TIME=600              stop a reader after so many seconds all the same
#   JOBS=2                how many readers at a time
#
# What a fuzzer finds is kept in .build/found/<reader>; GNLC_FUZZ_TARGET=<reader> .build/plain/release/Fuzz FILE runs it again.
set -euo pipefail
cd "$(dirname "$0")"

runs=${RUNS:-1000000}
readers=${READERS:-workbook parts csv submission template cells yaml workspace}
jobs=${JOBS:-$(nproc)}

build() {
  # Tests' access to internal names; --sanitize instruments every module below, too. With the address sanitizer beside it SwiftPM
  # instruments none of them for coverage, and the fuzzer would be blind.
  swift build -c release --sanitize fuzzer -Xswiftc -enable-testing --scratch-path .build/plain >.build/plain.log 2>&1 ||
    { cat .build/plain.log; exit 1; }
}

fuzz() {
  local reader=$1 corpus=.build/corpus/$1 seeds=.build/seeds/$1 found=.build/found/$1
  rm -rf "$seeds"
  mkdir -p "$corpus" "$seeds" "$found"
  # The runtime's own report of a crash would come before libFuzzer keeps the input.
  export SWIFT_BACKTRACE=enable=no GNLC_FUZZ_TARGET=$reader
  local fuzzer=.build/plain/release/Fuzz
  GNLC_FUZZ_SEEDS=$seeds "$fuzzer" 2>/dev/null
  local words=()
  [ -s "$seeds.words" ] && words=(-dict="$seeds.words")
  "$fuzzer" -runs="$runs" -max_total_time="${TIME:-0}" -timeout=2 -rss_limit_mb=200 -malloc_limit_mb=200 -max_len=1024 \
    "${words[@]}" -print_final_stats=1 -artifact_prefix="$found/" "$corpus" "$seeds" >".build/$reader.log" 2>&1 || true
  row "$reader"
}

row() {
  local log=.build/$1.log result="nothing found"
  stat() { sed -n "s/^stat::$1: *//p" "$log"; }
  if grep -aqE '^(SUMMARY|==[0-9]+== ?ERROR)' "$log"; then
    result=$(grep -aoE '^SUMMARY.*' "$log" | head -1)
    touch ".build/failed"
  elif grep -aq 'no interesting inputs' "$log"; then
    result="blind: built without coverage"
    touch ".build/failed"
  fi
  local blocks
  blocks=$(grep -aoE 'cov: [0-9]+' "$log" | tail -1 | cut -d' ' -f2 || true)
  echo "| $1 | $(stat number_of_executed_units) | $(stat average_exec_per_sec) | ${blocks:-} | $(stat slowest_unit_time_sec) | $(stat peak_rss_mb) | $result |"
}

mkdir -p .build
rm -f .build/failed
build
echo "| reader | inputs | a second | blocks reached | slowest, s | peak MB | result |"
echo "|---|---|---|---|---|---|---|"
for reader in $readers; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || true; done
  fuzz "$reader" &
done
wait
[ ! -e .build/failed ]
