# For Debian and Ubuntu. The program in /usr/lib/socketscope; what the desktop, the shell, the manual and systemd look for where they look.
# shellcheck source=packaging/kinds/image.sh
. "$home/packaging/kinds/image.sh"

# What the launcher of the image in $1 gives to Java, as a file of arguments for an installed program.
java_arguments() {
    local there=/usr/lib/socketscope/lib/app
    {
        sed -n 's|^java-options=||p' "$1/socketscope.cfg" | grep -v AOTCache
        echo "-cp $(sed -n 's|^app.classpath=||p' "$1/socketscope.cfg" | paste -sd:)"
        sed -n 's|^app.mainclass=||p' "$1/socketscope.cfg"
    } | sed "s|\$APPDIR|$there|g" >"$1/java.args"
}

# The tree of an installed program in $1, the same for every package manager.
install_tree() {
    local root=$1 linux=$home/packaging/linux size
    mkdir -p "$root"/usr/{bin,lib/systemd/system} "$root"/etc/socketscope \
        "$root"/usr/share/{applications,mime/packages,doc/socketscope,man,bash-completion/completions} \
        "$root"/usr/share/icons/hicolor/scalable/apps
    cp -a "$image" "$root/usr/lib/socketscope"
    mv "$root/usr/lib/socketscope/share/man/man1" "$root/usr/share/man/man1"
    mv "$root/usr/lib/socketscope/share/bash-completion/completions/socketscope" "$root/usr/share/bash-completion/completions/"
    rm -r "$root/usr/lib/socketscope/share" "$root/usr/lib/socketscope/LICENSE"
    cp "$linux/socketscope" "$root/usr/bin/socketscope"
    java_arguments "$root/usr/lib/socketscope/lib/app"
    cp "$linux"/*.desktop "$root/usr/share/applications/"
    cp "$linux/socketscope-mime.xml" "$root/usr/share/mime/packages/socketscope.xml"
    cp "$linux/socketscope-engine.service" "$root/usr/lib/systemd/system/"
    cp "$linux/engine.yaml" "$root/etc/socketscope/engine.yaml"
    cp "$home/packaging/icons/socketscope.svg" "$root/usr/share/icons/hicolor/scalable/apps/"
    for size in 16 32 48 128 256; do
        mkdir -p "$root/usr/share/icons/hicolor/${size}x$size/apps"
        cp "$home/packaging/icons/socketscope-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/socketscope.png"
    done
    cp "$linux/copyright" "$root/usr/share/doc/socketscope/"
    cp "$work/sources/app/target/sbom.json" "$root/usr/share/doc/socketscope/"
}

# KiB that the tree in $1 takes, counted as dpkg-gencontrol does: what du tells depends on the file system, and on when it is asked.
installed_kib() {
    find "$1" -path "$1/DEBIAN" -prune -o -type f -printf '%s\n' -o -printf '0\n' |
        awk '{ kib += $1 ? int(($1 + 1023) / 1024) : 1 } END { print kib }'
}

build_deb() {
    local root=$work/deb architecture
    need dpkg-deb dpkg
    architecture=$(dpkg --print-architecture)
    rm -rf "$root"
    install_tree "$root"
    mkdir "$root/DEBIAN"
    sed "s/@VERSION@/$(package_version)/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$(installed_kib "$root")/" \
        "$home/packaging/linux/debian/control" >"$root/DEBIAN/control"
    cp "$home/packaging/linux/debian/"{postinst,prerm,postrm,conffiles} "$root/DEBIAN/"
    chmod 755 "$root"/DEBIAN/{postinst,prerm,postrm}
    (cd "$root" && find usr etc -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz --build "$root" "$out/socketscope_$(package_version)_$architecture.deb" >&2
}

[ "$step" != deb ] || build_deb
