# The program's jars, built in a copy of the sources. Sets what every kind needs: $work, $jars, $version.
build_program() {
    work=$1
    rm -rf "$work"
    mkdir -p "$work/sources"
    tar -C "$home" --exclude=target --exclude=node_modules -cf - \
        pom.xml mvnw .mvn app proxy-engine src-fx-resources packaging LICENSE | tar -C "$work/sources" -xf -
    echo "Building the program …" >&2
    (cd "$work/sources" && ./mvnw -B -ntp -q -Dfast -DskipTests -Ppackages package) >&2
    jars=$work/jars
    mkdir "$jars"
    cp "$work/sources/app/target/socketscope.jar" "$work/sources/app/target/lib/"*.jar "$jars"
    # Equal times let a start cache made elsewhere, which knows jars by size and time, be taken.
    touch -d "@$SOURCE_DATE_EPOCH" "$jars"/*
    version=$(unzip -p "$jars/socketscope.jar" META-INF/MANIFEST.MF | sed -n 's/\r$//; s/^Implementation-Version: //p')
}

# Maven's 1.2.0-SNAPSHOT comes before 1.2.0 for package managers, too.
package_version() {
    printf '%s\n' "${version/-SNAPSHOT/~snapshot}"
}

# What the platform's installers take: digits only.
plain_version() {
    printf '%s\n' "${version%%-*}"
}

# A Java with the modules that are named and those that their jars need, in $1.
link_java() {
    "$JAVA_HOME/bin/jlink" --add-modules "$2" --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$1"
}

# The modules that the jars in $1 call, joined by commas.
modules_of() {
    "$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$1"/*.jar
}

# No call names these, they are looked up: time zones' and languages' names, elliptic curves, zip files as file systems, counters of the process.
looked_up=jdk.localedata,jdk.crypto.ec,jdk.zipfs,jdk.management

# Java's options, as the launcher in the sources has them.
java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders
    -XX:G1HeapRegionSize=2m -XX:InitiatingHeapOccupancyPercent=80 -XX:MaxTenuringThreshold=1 -XX:+UnlockDiagnosticVMOptions
    -XX:-G1UseConcRefinement -Xlog:aot=off)
[ "$(uname -s)" != Linux ] || java_options+=(-XX:+UseTransparentHugePages)

need_unzip() {
    need unzip unzip
}

need_unzip
build_program "$out/build"
