#!/bin/sh
# Installs a built gnlc with all that belongs to it. Called by `make install`, `make uninstall` and deb.sh.
#
#   Packaging/install.sh [--remove] GNLC PREFIX
#   DESTDIR=stage Packaging/install.sh .build/release/gnlc /usr
#
# What is written depends on the files alone: the man page bears the day of SOURCE_DATE_EPOCH, else of the last commit.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
remove=
if [ "$1" = --remove ]; then remove=yes; shift; fi
gnlc=$1 prefix=$2
target=${DESTDIR:-}$prefix

# Debian keeps what packages bring apart from what an administrator adds.
case $prefix in
  /usr) zsh=share/zsh/vendor-completions fish=share/fish/vendor_completions.d ;;
  *) zsh=share/zsh/site-functions fish=share/fish/vendor_completions.d ;;
esac
binary=$target/bin/gnlc
man=$target/share/man/man1/gnlc.1.gz
bash_completion=$target/share/bash-completion/completions/gnlc
zsh_completion=$target/$zsh/_gnlc
fish_completion=$target/$fish/gnlc.fish
units=$target/lib/systemd/system
catalogue=$target/share/gnlc
documents=$target/share/doc/gnlc

if [ -n "$remove" ]; then
  rm -f "$binary" "$man" "$bash_completion" "$zsh_completion" "$fish_completion"
  for unit in "$here"/systemd/*; do rm -f "$units/$(basename "$unit")"; done
  rm -rf "$catalogue" "$documents"
  exit 0
fi

if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CHANGELOG.md")
fi
export SOURCE_DATE_EPOCH

for file in "$binary" "$man" "$bash_completion" "$zsh_completion" "$fish_completion" "$units/x" "$catalogue/x" "$documents/x"; do
  install -d "$(dirname "$file")"
done
install -m 755 "$gnlc" "$binary"
"$gnlc" manual | gzip -9n >"$man"
"$gnlc" --generate-completion-script bash | sed '1{/^#!/d}' >"$bash_completion"
"$gnlc" --generate-completion-script zsh >"$zsh_completion"
"$gnlc" --generate-completion-script fish >"$fish_completion"

# An upgrade leaves nothing behind of the catalogue before it.
rm -rf "$catalogue/Indicators" "$documents"
install -d "$documents/examples"
cp -R "$root/Indicators" "$catalogue/Indicators"
cp "$root"/README*.md "$documents/"
cp "$root/CHANGELOG.md" "$documents/"
cp -R "$root/Documentation" "$documents/Documentation"
# At the places that the documents link to.
for folder in Indicators Inputs Reports; do
  install -d "$documents/$folder"
  cp "$root/$folder/README.md" "$documents/$folder/"
done
cp "$root/CONTRIBUTING.md" "$documents/"
find "$documents/Documentation" -name '*.py' -delete
cp "$here"/cron/* "$documents/examples/"
for unit in "$here"/systemd/*; do
  sed "s|/usr/bin/gnlc|$prefix/bin/gnlc|" "$unit" >"$units/$(basename "$unit")"
done
find "$catalogue" "$documents" "$units" -type d -exec chmod 755 {} +
find "$catalogue" "$documents" "$units" "$man" "$bash_completion" "$zsh_completion" "$fish_completion" -type f -exec chmod 644 {} +
chmod 755 "$documents/examples/gnlc-run"
