# The engine alone, as containers and small servers run it: the engine's jars without the window's, and a Java with what they call.
build_engine() {
    local root=$work/engine/socketscope-engine jar
    rm -rf "$root"
    mkdir -p "$root/lib"
    for jar in "$jars"/*.jar; do
        case $(basename "$jar") in
            socketscope.jar | javafx-* | controlsfx-* | atlantafx-* | ikonli-* | java-diff-utils-*) ;;
            *) cp -p "$jar" "$root/lib/" ;;
        esac
    done
    link_java "$root/java" "$(modules_of "$root/lib"),$looked_up"
    mkdir "$root/bin"
    cp "$home/packaging/container/socketscope" "$root/bin/socketscope"
    cp "$home/LICENSE" "$root/"
    tar -C "$work/engine" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - socketscope-engine \
        | gzip -9n >"$out/socketscope-engine-$version-$(uname -m).tar.gz"
}

build_engine
