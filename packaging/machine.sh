# Makes sure of what the machine must have. Sourced by ./socketscope, ./verify and the scripts in packaging/.
#
#   prepare_machine          what the window needs here: a JDK 25, and the libraries of JavaFX (GTK's too when there is a display)
#   prepare_machine headless only what JavaFX needs without a display
#
# Sets and exports JAVA25_HOME, and JAVA_HOME when no other java is there to run Maven. As root on Debian or Ubuntu missing packages
# are installed, and said; otherwise the exact line to run is printed and the script ends with code 4.

is_jdk25() {
    [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

find_jdk25() {
    local candidate on_path
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/javac}
    for candidate in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* \
        /usr/local/java/* /usr/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

has_library() {
    # ldconfig may live outside a user's PATH. grep reads to the end: ldconfig, cut short, would fail the pipe.
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -F "$1 " >/dev/null
}

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# The packages that bring the libraries this machine lacks, as Debian and Ubuntu name them.
missing_packages() {
    has_library libfreetype.so.6 || echo libfreetype6
    has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    [ "$1" = headless ] && return
    has_display || return 0
    has_library libgtk-3.so.0 || echo "$(apt_name libgtk-3-0t64 libgtk-3-0)"
    has_library libXtst.so.6 || echo libxtst6
    has_library libXxf86vm.so.1 || echo libxxf86vm1
    has_library libGL.so.1 || echo libgl1
}

# The first of the names that this release of the distribution knows.
apt_name() {
    local name
    for name in "$@"; do
        if apt-cache show "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    shift $(($# - 1))
    printf '%s\n' "$1"
}

install_packages() {
    local sudo=
    [ "$(id -u)" -eq 0 ] || sudo='sudo '
    if [ -n "$sudo" ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "Socketscope needs packages that are missing here. On Debian or Ubuntu run:" >&2
        echo "    ${sudo}apt-get install -y --no-install-recommends $*" >&2
        exit 4
    fi
    echo "Installing missing packages: $*" >&2
    if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@"; } >/tmp/socketscope-apt.$$ 2>&1; then
        cat /tmp/socketscope-apt.$$ >&2
        rm -f /tmp/socketscope-apt.$$
        echo "apt-get could not install: $*" >&2
        exit 4
    fi
    rm -f /tmp/socketscope-apt.$$
}

prepare_jdk() {
    if ! JAVA25_HOME=$(find_jdk25); then
        if [ "$(id -u)" -eq 0 ] && apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
            install_packages openjdk-25-jdk-headless
            JAVA25_HOME=$(find_jdk25)
        else
            cat >&2 <<'TEXT'
Socketscope needs a JDK 25 and found none. Any of these will do:
    Debian 13+, Ubuntu 25.10+:  apt-get install openjdk-25-jdk
    SDKMAN (Linux, macOS):      sdk install java 25-tem
    any system:                 unpack Eclipse Temurin 25 and set JAVA25_HOME to its folder
TEXT
            exit 4
        fi
    fi
    export JAVA25_HOME
    if [ -z "${JAVA_HOME:-}" ] && ! command -v javac >/dev/null 2>&1; then
        export JAVA_HOME=$JAVA25_HOME
    fi
}

prepare_machine() {
    local missing
    prepare_jdk
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_packages "${1:-window}" | tr '\n' ' ')
    # Word splitting is wanted: one argument a package.
    # shellcheck disable=SC2086
    [ -z "${missing// /}" ] || install_packages $missing
}
