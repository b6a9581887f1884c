#!/bin/sh
# All tests with coverage, and one table: lines of each module and the share that the tests reach. Called by `make coverage`.
#
# Has a build of its own, so that the other one stays warm. The command's tests run the binary, which counts too.
set -eu

cd "$(dirname "$0")/../.."
scratch=.build-coverage
export LLVM_PROFILE_FILE="$PWD/$scratch/profiles/%p-%m.profraw"
rm -rf "$scratch/profiles"
mkdir -p "$scratch/profiles"
# SwiftPM merges the profiles as well and fails at one that a killed program left half written: what counts is what the tests say.
swift test --enable-code-coverage --scratch-path "$scratch" --parallel 2>&1 | tee "$scratch/tests.log" || true
grep -q 'Test run with .* passed' "$scratch/tests.log"
folder=$(swift build --scratch-path "$scratch" --show-bin-path)
tools=$(dirname "$(readlink -f "$(command -v swift)")")
# A program that a test kills leaves half a profile.
find "$scratch/profiles" "$folder/codecov" -name '*.profraw' >"$scratch/profiles.list"
"$tools/llvm-profdata" merge --sparse --failure-mode=all --input-files="$scratch/profiles.list" --output="$scratch/merged.profdata"
"$tools/llvm-cov" export --summary-only --instr-profile="$scratch/merged.profdata" \
  "$folder/gnlcPackageTests.xctest" --object "$folder/gnlc" | python3 -c '
import json, re, sys
modules = {}
for file in json.load(sys.stdin)["data"][0]["files"]:
    found = re.search(r"/Sources/(\w+)/", file["filename"])
    if not found or "/.build" in file["filename"]:
        continue
    lines = file["summary"]["lines"]
    total, reached = modules.get(found[1], (0, 0))
    modules[found[1]] = (total + lines["count"], reached + lines["covered"])
print("| module | lines | reached |\n|---|---:|---:|")
for name, (total, reached) in sorted(modules.items()):
    print(f"| {name} | {total:,} | {100 * reached / total:.1f} % |")
total, reached = (sum(column) for column in zip(*modules.values()))
print(f"| all | {total:,} | {100 * reached / total:.1f} % |")
'
