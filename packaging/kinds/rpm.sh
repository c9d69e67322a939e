# For Fedora, RHEL and openSUSE: the same tree as the .deb's.
# shellcheck source=packaging/kinds/deb.sh
. "$home/packaging/kinds/deb.sh"

build_rpm() {
    local root=$work/rpm
    need rpmbuild rpm
    rm -rf "$root"
    install_tree "$root/tree"
    rpmbuild --quiet -bb --define "_topdir $root/build" --define "_rpmdir $out" --define "tree $root/tree" \
        --define "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
        --define "version_here $(package_version)" --define "use_source_date_epoch_as_buildtime 1" --define "_buildhost localhost" \
        --define "clamp_mtime_to_source_date_epoch 1" "$home/packaging/linux/socketscope.spec" >&2
}

build_rpm
