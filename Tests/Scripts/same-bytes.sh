#!/bin/sh
# The same round in two folders, under other time zones, locales and umasks, once cold and once with a cache from other figures:
# `diff -r` of what is published, files of single cities too, must be empty.
#
#   same-bytes.sh GNLC [CITIES]
set -eu
gnlc=$(realpath "$1")
cities=${2:-10}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

"$gnlc" demo --cities "$cities" --years 2 --rounds 2 --faults --out "$root/a" >/dev/null
mkdir -p "$root/elsewhere/b c"
cp -R "$root/a/." "$root/elsewhere/b c"
run() { # FOLDER UMASK TZ LOCALE
  (
    cd "$1"
    umask "$2"
    for round in demo/2025 demo/2026; do
      env -i PATH=/usr/bin:/bin LD_LIBRARY_PATH="${LD_LIBRARY_PATH:-}" TZ="$3" LC_ALL="$4" LANG="$4" \
        "$gnlc" run "$round" --as-of 2026-07-01 --quiet 2>/dev/null || [ $? = 65 ]
    done
  )
}
run "$root/a" 022 Asia/Bangkok th_TH.UTF-8
# The second folder has a past: a round in which one city said something else.
city=$(ls "$root/elsewhere/b c/Inputs/demo/2026/submissions" | head -n 1)
mv "$root/elsewhere/b c/Inputs/demo/2026/submissions/$city" "$root/kept"
run "$root/elsewhere/b c" 077 America/Caracas de_DE.UTF-8
mv "$root/kept" "$root/elsewhere/b c/Inputs/demo/2026/submissions/$city"
run "$root/elsewhere/b c" 007 Pacific/Kiritimati C

for round in 2025 2026; do
  diff -r "$root/a/Reports/demo/$round/" "$root/elsewhere/b c/Reports/demo/$round/"
  files=$(find "$root/a/Reports/demo/$round/" -type f | wc -l)
  echo "demo/$round: $files files of $cities cities, diff -r is empty"
done
# Nothing is more open than the umask lets it be.
open=$(find "$root/elsewhere/b c/Reports/demo" -perm /007 ! -type l)
[ -z "$open" ] || { echo "for everybody's eyes: $open"; exit 1; }
