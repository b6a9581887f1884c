#!/bin/sh
# A .deb as a machine meets it that has never seen gnlc: lintian, then a bare Debian 12, in which it is installed by apt,
# upgraded, run and removed. Called by `make check-deb`; wants root, lintian and debootstrap.
#
#   Tests/Scripts/clean-root.sh gnlc_0.1.0-1_amd64.deb
#
# MIRROR is taken from this machine's own apt where it is not set; ROOT keeps the bare Debian for the next time.
set -eu

package=$(realpath "$1")
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)}
base=${ROOT:-/var/tmp/gnlc-clean-root}
root=$base.now

echo "== lintian"
lintian --fail-on error,warning "$package"

if [ ! -e "$base/.whole" ]; then
  echo "== a bare Debian"
  rm -rf "$base"
  debootstrap --variant=minbase bookworm "$base" "$mirror" >/dev/null
  for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf; do
    if [ -f "$file" ]; then cp "$file" "$base/etc/apt/apt.conf.d/90host"; fi
  done
  touch "$base/.whole"
fi

leave() {
  for place in proc dev; do umount "$root/$place" 2>/dev/null || true; done
  rm -rf --one-file-system "$root"
}
trap leave EXIT
leave
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$package" "$root/tmp/gnlc.deb"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
as_gnlc() { inside setpriv --reuid gnlc --regid gnlc --init-groups --reset-env sh -c "umask 027; cd /var/lib/gnlc && $1"; }
# A command of the package that must end with a code.
expect() {
  wanted=$1
  shift
  code=0
  "$@" || code=$?
  [ "$code" -eq "$wanted" ] || { echo "ended with $code, not $wanted: $*" >&2; exit 1; }
}

echo "== installed by apt"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/gnlc.deb >"$root/tmp/apt.log" 2>&1 || { cat "$root/tmp/apt.log"; exit 1; }
inside dpkg -s gnlc | grep -E '^(Version|Depends)'
if inside sh -c 'command -v swift'; then echo "the clean root has a Swift" >&2; exit 1; fi

echo "== outside of a workspace: the installed catalogue"
inside gnlc --version
printf 'CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,population,2025,"12,5"\n' >"$root/tmp/sent.csv"
expect 65 inside gnlc check --year 2025 /tmp/sent.csv
expect 65 inside gnlc check --language th --quiet /tmp/sent.csv
expect 66 inside gnlc run
inside gnlc catalogue check
inside gnlc doctor

echo "== a round"
as_gnlc 'gnlc demo --cities 13 --years 5 --out . && gnlc run --as-of 2026-11-22 && gnlc verify && gnlc doctor'
expect 0 as_gnlc 'gnlc run --quiet --as-of 2026-11-22'
others=$(find "$root/var/lib/gnlc/Reports/" -perm /o=rwx ! -type l | wc -l)
[ "$others" -eq 0 ] || { echo "$others files are for everybody's eyes" >&2; exit 1; }

echo "== man page, completions, units"
for file in share/man/man1/gnlc.1.gz share/bash-completion/completions/gnlc share/zsh/vendor-completions/_gnlc \
  share/fish/vendor_completions.d/gnlc.fish lib/systemd/system/gnlc.service lib/systemd/system/gnlc.timer \
  share/doc/gnlc/examples/gnlc.crontab share/doc/gnlc/sbom.cdx.json share/doc/gnlc/copyright; do
  test -s "$root/usr/$file" || { echo "/usr/$file is missing" >&2; exit 1; }
done
if find "$root/etc/systemd/system" -name 'gnlc*' | grep -q .; then echo "a unit was switched on" >&2; exit 1; fi
as_gnlc 'sh /usr/share/doc/gnlc/examples/gnlc-run'

echo "== installed once more, as an upgrade: the workspace is as it was"
inside apt-get install -y -qq --reinstall /tmp/gnlc.deb >"$root/tmp/apt.log" 2>&1 || { cat "$root/tmp/apt.log"; exit 1; }
as_gnlc 'gnlc verify && gnlc run --as-of 2026-11-22'

echo "== removed: what was reported and published stays"
inside apt-get purge -y -qq gnlc >"$root/tmp/apt.log" 2>&1 || { cat "$root/tmp/apt.log"; exit 1; }
test ! -e "$root/usr/bin/gnlc" && test ! -e "$root/usr/share/gnlc" && test -e "$root/var/lib/gnlc/Reports/demo/2026/manifest.json"
echo "== all well"
