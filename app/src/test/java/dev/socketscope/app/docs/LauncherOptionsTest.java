package dev.socketscope.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts the program gives Java what {@code ./socketscope} gives it; what the bench measures is then what users have. */
class LauncherOptionsTest {
    private static final Pattern COMMON = Pattern
            .compile("(?s)\\njava=\\(\"\\$JAVA25_HOME/bin/java\"(.*?)\"\\$\\{own\\[@\\]\\}\"\\)");
    private static final Pattern OPTION = Pattern.compile("-\\S+");
    /** About the cache of classes, which only some have. */
    private static final String CACHE = "-Xlog:aot";

    @ParameterizedTest
    @ValueSource(strings = {"packaging/kinds/program.sh", "packaging/container/socketscope", "packaging/bench-window",
            "proxy-engine/bench/src/main/java/dev/socketscope/bench/compare/OwnEngine.java"})
    void everyStarterHasThem(String starter) throws IOException {
        assertThat(common()).hasSizeGreaterThan(3);
        assertThat(Files.readString(Page.HOME.resolve(starter))).contains(common());
    }

    private static List<String> common() throws IOException {
        String launcher = Files.readString(Page.HOME.resolve("socketscope"));
        String options = COMMON.matcher(launcher).results().findFirst().orElseThrow().group(1);
        return OPTION.matcher(options)
                .results()
                .map(MatchResult::group)
                .filter(option -> !option.startsWith(CACHE))
                .toList();
    }
}
