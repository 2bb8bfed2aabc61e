# shellcheck shell=sh disable=SC2154
# Packs what has been built into one archive; the launcher reads this for 'papermap dist'.
#
#   --runtime    with a Java runtime in it, made by jlink, so that no Java need be installed
#
# In the archive are the launcher, the jars with the default model among them, the engine's
# libraries, the JVM's AOT cache, the licences, the sources and data/. Nothing in it is ever
# written to. Its user's own cache gets the imported model, vectors, and what fits this processor.

runtime=''
for argument; do
  case $argument in
    --runtime) runtime=-java ;;
    -h | --help)
      printf '%s\n' 'Usage: papermap dist [--runtime]' \
        'Packs an archive that runs without Maven, network and compiler.' \
        '      --runtime   with a Java runtime in it; else its user needs Java 25 or newer'
      exit
      ;;
    *)
      say "dist: unknown option $argument. Give --runtime or nothing."
      exit 2
      ;;
  esac
done

one_of() { find "$jars" -name "$1" | sed 's|.*/||'; }
version=$(one_of 'papermap-viz-*.jar' | sed 's/papermap-viz-\(.*\)\.jar/\1/')
natives=$(one_of 'pytorch-native-cpu-*.jar')
platform=$(printf %s "$natives" | sed 's/pytorch-native-cpu-[^-]*-\(.*\)\.jar/\1/')
name="papermap-$version-$platform"
archive="$here/viz/target/$name$runtime.tar.gz"

unset DJL_CACHE_DIR ENGINE_CACHE_DIR
work="$target/dist.$$"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
stage="$work/$name"
mkdir -p "$stage/lib" "$work/engine-jar" 2>/dev/null ||
  fail "$target: not writable. Let its owner run papermap dist."

# Runs a program that has nothing to say unless it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "dist: the last step failed, as told above. Correct that and run again."
  }
}

say "packing $name: what is built, licences and sources"
cd "$here"
cp -RL papermap README.md LICENSE models.properties data "$stage/"
# Copies, where links would do, because their rights are changed below.
cp "$jars"/* "$stage/lib/"
cp -R "$target/licences" "$stage/"
rm -rf "$stage/licences/.markers"
cp viz/src/dist/licences/* "$stage/licences/"
tar -cf "$stage/sources.tar" --exclude target --exclude out --exclude .ipynb_checkpoints papermap pom.xml \
  README.md LICENSE .github models.properties data notebooks embed cluster viz
gzip "$stage/sources.tar"

if [ -n "$runtime" ]; then
  say "making a Java runtime"
  # What the classes name; what libraries look for while they run, Lucene for what the virtual machine
  # is; and what a scan of many vectors can be told to use.
  quietly "$JAVA_HOME/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release "$needed_java" \
    --class-path "$(find "$stage/lib" -name '*.jar' | tr '\n' ':')" "$stage"/lib/papermap-*.jar
  modules=$(tail -n 1 "$work/log")
  quietly "$JAVA_HOME/bin/jlink" --add-modules "$modules,jdk.unsupported,jdk.management,jdk.incubator.vector" --strip-debug \
    --no-header-files --no-man-pages --output "$stage/runtime"
  packed_java="$stage/runtime"
else
  packed_java=$JAVA_HOME
fi

# Runs what is packed, with nothing but what is packed.
run_packed() {
  quietly env PAPERMAP_JAVA_HOME="$packed_java" PAPERMAP_CACHE="$work/cache" "$stage/papermap" "$@"
}

say "unpacking the engine's libraries"
echo "a text" >"$work/text"
run_packed embed "$work/text" --format lines --out "$work/vectors.npy"
mv "$work/cache/engine" "$stage/"
find "$stage/engine" -name '*.lock' -exec rm -f {} +
# Of their jar, 110 MB, only the description is asked for again.
(
  cd "$work/engine-jar"
  "$JAVA_HOME/bin/jar" --extract --file "$stage/lib/$natives" META-INF native
  "$JAVA_HOME/bin/jar" --create --file "$stage/lib/$natives" --manifest META-INF/MANIFEST.MF native
)

say "making the AOT cache"
rm -rf "$work/cache"
aot="papermap-$(cksum <"$packed_java/release" | cut -d ' ' -f 1).aot"
# Options are split at spaces, which the path of the folder may have.
(
  cd "$stage"
  PAPERMAP_JAVA_OPTS="-XX:AOTCacheOutput=$aot" run_packed train "$stage/data" "$work/maps"
)
[ -s "$stage/$aot" ] || fail "dist: no AOT cache came of it. Try another Java."

say "writing the archive"
chmod -R u+w,go-w,a+rX "$stage"
case $(tar --version) in
  *GNU*) owner='--owner=0 --group=0 --numeric-owner' ;;
  *) owner='--uid 0 --gid 0' ;;
esac
# More work would make the libraries a seventh smaller and take nearly three times as long. The
# variable is for macOS, whose tar would add files of its own.
# shellcheck disable=SC2086
COPYFILE_DISABLE=1 tar -C "$work" $owner -cf "$work/archive" "$name"
gzip -1 "$work/archive"
mv "$work/archive.gz" "$archive"
printf '%s\n' "$archive"
