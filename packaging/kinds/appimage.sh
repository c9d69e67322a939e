# One file for any Linux.
# shellcheck source=packaging/kinds/image.sh
. "$home/packaging/kinds/image.sh"

build_appimage() {
    local root=$work/AppDir
    command -v appimagetool >/dev/null || fail "An AppImage needs appimagetool (https://github.com/AppImage/appimagetool) on the PATH." 4
    rm -rf "$root"
    mkdir -p "$root/usr/lib"
    cp -a "$image" "$root/usr/lib/socketscope"
    ln -s usr/lib/socketscope/bin/socketscope "$root/AppRun"
    cp "$home/packaging/linux/socketscope.desktop" "$root/"
    cp "$home/packaging/icons/socketscope.svg" "$root/"
    (cd "$out" && appimagetool "$root" "socketscope-$version-$(uname -m).AppImage") >&2
}

build_appimage
