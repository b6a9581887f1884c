#!/usr/bin/env bash
# Looks whether benchmarks and fuzzers still fit the program, in seconds: against the modules that `make test` has built.
# They are packages of their own, which nobody builds for weeks.
set -euo pipefail
cd "$(dirname "$0")/../.."

modules=.build/debug/Modules
[ -e "$modules/Rounds.swiftmodule" ] || { echo "typecheck: make test first" >&2; exit 1; }
maps=()
while IFS= read -r map; do maps+=(-Xcc "-fmodule-map-file=$map"); done < <(
  find Sources .build/checkouts/Yams/Sources .build/checkouts/swift-crypto/Sources .build/checkouts/GRDB.swift/Sources/GRDBSQLite \
    -name module.modulemap)
for folder in Benchmarks/Sources/BenchTool Fuzzing/Sources/Fuzz; do
  swiftc -typecheck -swift-version 6 -enable-upcoming-feature MemberImportVisibility -warnings-as-errors \
    -I "$modules" "${maps[@]}" "$folder"/*.swift
  echo "$folder fits"
done
