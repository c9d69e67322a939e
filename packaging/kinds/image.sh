# The program in a folder with its own Java, made by jpackage: $image. Others build on it.
build_image() {
    image=$work/image/socketscope
    [ ! -d "$image" ] || return 0
    rm -rf "$work/java"
    link_java "$work/java" "$(modules_of "$jars"),$looked_up"
    local option options=()
    for option in "${java_options[@]}" '-XX:AOTCache=$APPDIR/socketscope.aot'; do
        options+=(--java-options "$option")
    done
    "$JAVA_HOME/bin/jpackage" --type app-image --name socketscope --dest "$work/image" --app-version "$(plain_version)" \
        --vendor Socketscope --description "Inspector of WebSocket traffic through reverse-proxy tunnels" \
        --input "$jars" --main-jar socketscope.jar --main-class dev.socketscope.app.Main \
        --runtime-image "$work/java" --icon "$(icon)" "${options[@]}"
    mkdir -p "$image/share/man/man1" "$image/share/bash-completion/completions"
    manual "$image/share/man/man1"
    "$JAVA_HOME/bin/java" -cp "$jars/*" picocli.AutoComplete --force --name socketscope \
        --completionScript "$image/share/bash-completion/completions/socketscope" dev.socketscope.app.Main
    cp "$home/LICENSE" "$image/LICENSE"
    [ "$(uname -s)" != Linux ] || cp "$home/packaging/linux/prepare-start" "$image/lib/"
    chmod -R u=rwX,go=rX "$image"
    find "$image" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# The program's icon in the shape that this system takes.
icon() {
    case $(uname -s) in
        Linux) echo "$home/packaging/icons/socketscope-256.png" ;;
        Darwin) echo "$home/packaging/icons/socketscope.icns" ;;
        *) echo "$home/packaging/icons/socketscope.ico" ;;
    esac
}

# A page of the manual for every command, from the commands themselves, into $1.
manual() {
    need asciidoctor asciidoctor
    local pages=$work/manual
    "$JAVA_HOME/bin/java" -cp "$jars/*:$work/sources/app/target/manual/*" picocli.codegen.docgen.manpage.ManPageGenerator \
        --outdir "$pages" dev.socketscope.app.Main
    asciidoctor --backend manpage --attribute "reproducible" --destination-dir "$1" "$pages"/*.adoc
    gzip -9n "$1"/*.1
}

build_image
case $step in
    image)
        # Without owners and in the order of names: the same files make the same archive.
        archive=$out/socketscope-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz
        tar -C "$work/image" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - socketscope \
            | gzip -9n >"$archive"
        ;;
esac
