#!/bin/sh
# Assembles a workspace that runs one of the real sources:
#
#     make-workspace.sh SHARED OUT kolada|bristol|uk-ons|uis
#
# SHARED is the folder that holds data/<source>; OUT is made anew. Then: gnlc run --workspace OUT
# The registry follows from the lists of areas that the source brings along; nothing of it is kept in this repository.
set -eu

[ $# -eq 3 ] || { echo "usage: $0 SHARED OUT kolada|bristol|uk-ons|uis" >&2; exit 64; }
data=$1/data/$3
out=$2
source=$3
fixtures=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$fixtures/../../.." && pwd)

[ -d "$data" ] || { echo "$data is not there" >&2; exit 66; }
[ -f "$fixtures/$source/catalogue/variables.yaml" ] || { echo "no source is called $source" >&2; exit 64; }
[ ! -e "$out" ] || { echo "$out exists already" >&2; exit 73; }

programme=$out/Inputs/$source
round=$programme/2026
mkdir -p "$round/sources" "$out/Reports"
cp -r "$repository/Indicators" "$out/Indicators"
cp -r "$fixtures/$source/catalogue" "$programme/catalogue"
cp -r "$data/." "$round/sources/"
chmod -R u+w "$out"
cp "$fixtures/$source/"*.yaml "$round/sources/"

columns=id,name_en,name_th,country,geographic_level,role,region

# The fields of a CSV line; a field for a CSV line; the id of a named area: its name in lower case with hyphens.
csv='
  function fields(line, into,    count, quoted, character, position) {
    count = 1; into[1] = ""; quoted = 0
    gsub(/\r/, "", line)
    for (position = 1; position <= length(line); position++) {
      character = substr(line, position, 1)
      if (character == "\"") quoted = !quoted
      else if (character == "," && !quoted) into[++count] = ""
      else into[count] = into[count] character
    }
  }
  function field(text) { return text ~ /,/ ? "\"" text "\"" : text }
  function slug(name) { name = tolower(name); gsub(/[^a-z0-9]+/, "-", name); sub(/-$/, "", name); return "gb-" name }
  function area(code, en, th, country, level, role, region) {
    print code "," field(en) "," field(th) "," country "," level "," role "," region
  }
'

# The registries. Most names stand in one language in these sources.
kolada() {
  awk "$csv"'
    FNR == 1 { file++; next }
    { fields($0, f) }
    file == 1 { region[f[1]] = f[2]; area("se-" f[1], f[2], f[2], "SE", "region", "benchmark") }
    file == 2 { area("se-" f[1], f[2], f[2], "SE", "municipality", "member", region[f[3]]) }
    END { area("se-0", "Sweden", "สวีเดน", "SE", "country", "benchmark") }
  ' "$data/ddf--entities--geo--region.csv" "$data/ddf--entities--geo--kommun.csv"
}

bristol() { echo "gb-bristol,Bristol,บริสตอล,GB,city,member,South West"; }

uk_ons() {
  awk "$csv"'
    NR == 1 { next }
    { fields($0, f) }
    f[4] != "" && !(f[4] in seen) { seen[f[4]]; area(slug(f[4]), f[4], f[4], "GB", "city", "member", f[3]) }
    f[3] != "" && !(f[3] in seen) { seen[f[3]]; area(slug(f[3]), f[3], f[3], "GB", "region", "benchmark") }
    END {
      area("gb-england", "England", "อังกฤษ", "GB", "country", "benchmark")
      area("gb-united-kingdom", "United Kingdom", "สหราชอาณาจักร", "GB", "country", "benchmark")
    }
  ' "$data/indicator_4-2-2.csv"
}

uis() {
  awk "$csv"'
    NR == 1 { next }
    { fields($0, f); area("country-" f[1], f[2], f[2], "", "country", "benchmark") }
  ' "$data/ddf--entities--geo--country.csv"
}

case $source in
  kolada) title_en="Municipalities of Sweden" title_th="เทศบาลในสวีเดน" reference=2021 framework=key-features ;;
  bristol) title_en="City of Bristol" title_th="เมืองบริสตอล" reference=2018 framework=key-features ;;
  uk-ons) title_en="Local authorities of England" title_th="ท้องถิ่นในอังกฤษ" reference=2023 framework=sdg4 ;;
  uis) title_en="Countries of the world" title_th="ประเทศทั่วโลก" reference=2020 framework=sdg4 ;;
esac

{ echo "$columns"; $(echo "$source" | tr - _); } > "$programme/cities.csv"

cat > "$programme/programme.yaml" <<YAML
format: 1
id: $source
title:
  en: $title_en
  th: $title_th
organisation:
  en: Test of mapped sources
  th: การทดสอบการจับคู่แหล่งข้อมูล
contact: indicators@learning-cities.example
languages: [en, th]
licence:
  en: the licence of the source
  th: ตามสัญญาอนุญาตของแหล่งข้อมูล
YAML

cat > "$round/round.yaml" <<YAML
format: 1
id: "2026"
title:
  en: $title_en, $reference
  th: $title_th ค.ศ. $reference
reference_period: $reference
comparison_period: $((reference - 1))
opens: 2026-07-01
closes: 2026-09-30
state: open
framework: $framework
YAML
