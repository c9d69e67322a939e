package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
    private static final String ACCEPT = "import.meta.hot.accept();";
    private final Map<String, ModuleTable.Entry> entries = new LinkedHashMap<>();

    private ModuleGraphTest script(String url, String text) {
        entries.put(url, new ModuleTable.Entry("1", ModuleTable.Kind.SCRIPT,
                ModuleSource.of(text.getBytes(StandardCharsets.UTF_8), ModuleTable.Kind.SCRIPT)));
        return this;
    }

    /** Who takes a change; {@code reload} when not everybody does. */
    private String change(String url) {
        Set<ModuleChange> updates = new LinkedHashSet<>();
        if (!new ModuleGraph(entries).accept(url, updates)) {
            return "reload";
        }
        return String.join(" ",
                updates.stream()
                        .map(u -> u.path() + (u.path().equals(u.acceptedPath()) ? "" : "<" + u.acceptedPath())
                                + (u.circular() ? "!" : ""))
                        .sorted()
                        .toList());
    }

    @Test
    void eachWayUpNeedsSomebodyWhoAccepts() {
        script("/main", "import '/a'; import '/b'").script("/a", ACCEPT + "import '/leaf'")
                .script("/b", ACCEPT + "import '/leaf'")
                .script("/leaf", "");
        assertThat(change("/leaf")).isEqualTo("/a /b");
        script("/b", "import '/leaf'");
        assertThat(change("/leaf")).isEqualTo("reload");
    }

    @Test
    void whoAcceptsADependencyTakesItAndNotWhatLiesBelow() {
        script("/main", "import '/host'").script("/host", "import '/dep'; import.meta.hot.accept('/dep', f)")
                .script("/dep", "import '/leaf'")
                .script("/leaf", "");
        assertThat(change("/dep")).isEqualTo("/host</dep");
        assertThat(change("/leaf")).isEqualTo("/host</dep");
        assertThat(change("/host")).isEqualTo("reload");
    }

    @Test
    void aCircleWithoutAnybodyWhoAcceptsEnds() {
        script("/a", "import '/b'").script("/b", "import '/c'")
                .script("/c", "import '/a'")
                .script("/main", "import '/a'");
        assertThat(change("/c")).isEqualTo("reload");
    }

    @Test
    void aModuleThatAcceptsInACircleIsMarked() {
        script("/main", "import '/a'").script("/a", ACCEPT + "import '/b'").script("/b", "import '/a'");
        assertThat(change("/b")).isEqualTo("/a!");
        script("/self", ACCEPT + "import * as me from '/self'").script("/main", "import '/self'");
        assertThat(change("/self")).isEqualTo("/self");
    }

    @Test
    void namesAreThoseOfTheServer() {
        script("/app/main", "import '/app/@vite/client'; import '/app/a'; import '/app/data.json?import'")
                .script("/app/a", ACCEPT + "import '/app/data.json?import'")
                .script("/app/data.json?import", "");
        script("/app/main", "import '/app/@vite/client'; import '/app/a'");
        assertThat(change("/app/data.json?import")).isEqualTo("/a");
        script("/app/a", "import '/app/@vite/client'; import '/app/data.json?import';"
                + "import.meta.hot.accept('/data.json', f)");
        Set<ModuleChange> updates = new LinkedHashSet<>();
        assertThat(new ModuleGraph(entries).accept("/app/data.json?import", updates)).isTrue();
        assertThat(updates).containsExactly(new ModuleChange("/a", "/data.json", false, true, false));
    }

    @Test
    void aDeepChainIsClimbed() {
        script("/0", ACCEPT + "import '/1'");
        for (int i = 1; i < 2_000; i++) {
            script("/" + i, "import '/" + (i + 1) + "'");
        }
        script("/2000", "");
        assertThat(change("/2000")).isEqualTo("/0");
    }

    @Test
    void whatIsImportedAndNotKnownIsMissing() {
        script("/main",
                "import '/a'; import '/@vite/client'; import '/node_modules/.vite/deps/x.js?v=903c9733'; import('/later')")
                .script("/a", "");
        assertThat(new ModuleGraph(entries).missing()).isEmpty();
        script("/a", "import '/gone'");
        assertThat(new ModuleGraph(entries).missing()).contains("/gone");
    }
}
