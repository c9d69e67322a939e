# For macOS, made on macOS, where a version must not begin with 0.
# shellcheck source=packaging/kinds/image.sh
. "$home/packaging/kinds/image.sh"

"$JAVA_HOME/bin/jpackage" --type dmg --app-image "$image" --name Socketscope --dest "$out" \
    --app-version "$(plain_version | sed 's/^0\./1./')" --vendor Socketscope --license-file "$home/LICENSE" \
    --file-associations "$home/packaging/icons/recording.properties" --icon "$home/packaging/icons/socketscope.icns"
