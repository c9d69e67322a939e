# For Windows, made on Windows in a bash such as Git's, with the WiX Toolset on the PATH.
# shellcheck source=packaging/kinds/image.sh
. "$home/packaging/kinds/image.sh"

"$JAVA_HOME/bin/jpackage" --type msi --app-image "$image" --name Socketscope --dest "$out" --app-version "$(plain_version)" \
    --vendor Socketscope --license-file "$home/LICENSE" --icon "$home/packaging/icons/socketscope.ico" \
    --file-associations "$home/packaging/icons/recording.properties" \
    --win-menu --win-shortcut-prompt --win-per-user-install --win-upgrade-uuid 6c1a7c4e-2a57-4cf4-9c66-5b0d0a5f5b6e
