package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleTableTest {
    private final ModuleTable table = new ModuleTable();

    @ParameterizedTest
    @CsvSource({"/a.js, /a.js", "/a.js?t=1795656520233, /a.js", "/a.js?t=5&import, /a.js?import",
            "/a.js?import&t=5, /a.js?import", "/a.vue?vue&t=5&type=style, /a.vue?vue&type=style",
            "/a.js?lt=5, /a.js?lt=5",
            "/a.js?x=t, /a.js?x=t", "/a.js?, /a.js"})
    void aModuleIsKnownWithoutItsTimeStamp(String url, String key) {
        assertThat(ModuleTable.key(url)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"/src/App.jsx, text/javascript, true", "/src/App.jsx, application/javascript; charset=utf-8, true",
            "/src/a.css, text/css, true", "/, text/html; charset=utf-8, true", "/a.png, image/png, false",
            "/api/x.json, application/json, false", "/@vite/client, text/javascript, false",
            "/base/@vite/client, text/javascript, false", "/@react-refresh, text/javascript, true",
            "/node_modules/.vite/deps/react.js?v=903c9733, text/javascript, false",
            "/.vite/deps/chunk-A1.js?v=903c9733, text/javascript, false", "/src/deps/mine.js, text/javascript, true",
            "/node_modules/linked/index.js, text/javascript, true"})
    void whatCanChangeIsRemembered(String url, String type, boolean matters) {
        assertThat(ModuleTable.matters(url, type, "W/\"1\"")).isEqualTo(matters);
        assertThat(ModuleTable.matters(url, type, "")).as("without an entity tag nothing can be asked").isFalse();
    }

    @Test
    void theNewestAnswerCounts() {
        table.loaded("/a.js", "text/javascript", "one", new byte[0]);
        table.loaded("/a.js?t=1795656520233", "text/javascript", "two", new byte[0]);
        table.loaded("/b.png", "image/png", "three", new byte[0]);
        assertThat(table.snapshot().entries()).hasSize(1);
        assertThat(table.snapshot().entries().values()).extracting(ModuleTable.Entry::etag).containsExactly("two");
    }

    @Test
    void aDocumentBeginsAPage() {
        table.loaded("/a.js", "text/javascript", "one", new byte[0]);
        assertThat(table.begun()).isFalse();
        table.loaded("/", "text/html", "two", new byte[0]);
        assertThat(table.begun()).isTrue();
    }

    @Test
    void theBoundIsKeptAndTold() {
        for (int i = 0; i < ModuleTable.MOST; i++) {
            table.loaded("/" + i, "text/javascript", "1", new byte[0]);
        }
        table.loaded("/0?t=5", "text/javascript", "2", new byte[0]);
        assertThat(table.snapshot().overflown()).isFalse();
        table.loaded("/more", "text/javascript", "1", new byte[0]);
        assertThat(table.snapshot().overflown()).isTrue();
        assertThat(table.snapshot().entries()).hasSize(ModuleTable.MOST);
    }
}
