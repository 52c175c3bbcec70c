# Makes ready to build: sourced by lessons/start and tests/run, both from the project's top.
#
#     . tests/support/prepare.sh
#     prepare libncurses-dev …     installs the Debian packages that are missing
#     build DIRECTORY OPTION…      configures and builds, doing no work twice

say() {
    printf '%s\n' "$*" >&2
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "loopscope: root rights are needed for: $*"
        say "Run it as root, or install sudo, or have somebody install the packages."
        return 1
    fi
}

missing_packages() {
    for package in "$@"; do
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=
        [ "$status" = 'install ok installed' ] || printf '%s ' "$package"
    done
}

prepare() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        for tool in cc cmake pkg-config; do
            command -v "$tool" >/dev/null 2>&1 || lacking="${lacking:-} $tool"
        done
        for library in ncursesw jansson libutf8proc; do
            pkg-config --exists "$library" 2>/dev/null || lacking="${lacking:-} $library"
        done
        [ -z "${lacking:-}" ] && return 0
        say "loopscope: this system is missing:$lacking (and perhaps gmp, cmocka)."
        say "Install them with your system's package manager, then run this again."
        return 1
    fi
    missing=$(missing_packages "$@")
    [ -z "$missing" ] && return 0
    say "Installing: $missing"
    # The lists may be old or absent: try without them first.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -q --no-install-recommends \
        $missing >/dev/null 2>&1 && return 0
    as_root apt-get update -q >/dev/null || return 1
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -q --no-install-recommends \
        $missing >/dev/null
}

build() {
    directory=$1
    shift
    if [ ! -f "$directory/CMakeCache.txt" ] || [ ! -f "$directory/Makefile" ]; then
        cmake -S . -B "$directory" -G 'Unix Makefiles' "$@" >/dev/null || return 1
    fi
    cmake --build "$directory" -j "$(nproc 2>/dev/null || echo 2)" >"$directory/build.log" 2>&1 || {
        cat "$directory/build.log" >&2
        say "loopscope: the build failed (see above)."
        return 1
    }
}
