# What the program is made of: every library with version, licence and checksums, as CycloneDX.
cp "$work/sources/app/target/sbom.json" "$out/socketscope-$version-sbom.json"
