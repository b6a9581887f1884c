#!/bin/sh
# Makes gnlc_<version>-1_<architecture>.deb of a built gnlc. Called by `make deb`.
#
#   Packaging/deb.sh GNLC SBOM FOLDER
#
# The version is the program's own; what it depends on is read off the binary. The same binary and day give the same bytes.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
gnlc=$1 sbom=$2 folder=$3
maintainer="${DEBFULLNAME:-gnlc maintainers} <${DEBEMAIL:-indicators@learning-cities.example}>"
revision=${REVISION:-1}
umask 022

if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CHANGELOG.md")
fi
export SOURCE_DATE_EPOCH

version=$("$gnlc" --version | sed -n '1s/^gnlc //p')-$revision
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/stage

strip --strip-unneeded --remove-section=.comment --remove-section=.note -o "$work/gnlc" "$gnlc"
DESTDIR=$stage "$here/install.sh" "$work/gnlc" /usr

# Debian's own places for what every package has.
documents=$stage/usr/share/doc/gnlc
cp "$here/debian/copyright" "$documents/copyright"
install -m 644 "$sbom" "$documents/sbom.cdx.json"
gzip -9n "$documents/CHANGELOG.md"
mv "$documents/CHANGELOG.md.gz" "$documents/changelog.gz"
{
  printf 'gnlc (%s) unstable; urgency=medium\n\n' "$version"
  printf '  * Version %s; changelog.gz tells what is new.\n\n' "${version%-*}"
  printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$documents/changelog.Debian.gz"
install -d "$stage/usr/share/lintian/overrides"
install -m 644 "$here/debian/lintian-overrides" "$stage/usr/share/lintian/overrides/gnlc"

# dpkg-shlibdeps wants to stand beside a source's control file.
install -d "$work/source/debian"
printf 'Source: gnlc\n\nPackage: gnlc\nArchitecture: any\n' >"$work/source/debian/control"
depends=$(cd "$work/source" && dpkg-shlibdeps -O -e"$stage/usr/bin/gnlc" | sed -n 's/^shlibs:Depends=//p')
size=$(du -k --apparent-size -s "$stage" | cut -f1)

install -d "$stage/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
  -e "s/@DEPENDS@/$depends/" -e "s/@MAINTAINER@/$maintainer/" "$here/debian/control.in" >"$stage/DEBIAN/control"
install -m 755 "$here/debian/postinst" "$here/debian/postrm" "$stage/DEBIAN/"
(cd "$stage" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod 644 "$stage/DEBIAN/control" "$stage/DEBIAN/md5sums"
find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$folder"
package=$folder/gnlc_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$stage" "$package" >/dev/null
echo "$package"
