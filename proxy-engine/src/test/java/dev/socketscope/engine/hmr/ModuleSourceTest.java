package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleSourceTest {
    private static ModuleSource script(String text) {
        return ModuleSource.of(text.getBytes(StandardCharsets.UTF_8), ModuleTable.Kind.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "import a from \"/a.js\" | import a from \"/a.js?t=1795656520233\"",
            "import a from \"/a.js?t=1795656520233\" | import a from \"/a.js?t=1795656529999\"",
            "import a from \"/a.vue?x=1&y=2\" | import a from \"/a.vue?x=1&t=1795656520233&y=2\"",
            "import a from \"/a.js?import\" | import a from \"/a.js?t=1795656520233&import\"",
            "x //# sourceMappingURL=data:application/json;base64,AA | x //# sourceMappingURL=data:application/json;base64,BB",
            "css = \"a{} /*# sourceMappingURL=data:x;base64,AA */\" | css = \"a{} /*# sourceMappingURL=data:x;base64,BB */\"",
            "const a = __vite__cjsImport0_r[\"a\"];const b = __vite__cjsImport1_j[\"b\"];x() | "
                    + "const b = __vite__cjsImport1_j[\"b\"];const a = __vite__cjsImport0_r[\"a\"];x()"})
    void whatDoesNotMatterIsNoChange(String one, String other) {
        assertThat(script(one).digest()).isEqualTo(script(other).digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {"a = 1 | a = 2",
            "import a from \"/a.js\" | import a from \"/b.js\"",
            "x //# sourceMappingURL=data:x;base64,AA | y //# sourceMappingURL=data:x;base64,AA",
            "const a = __vite__cjsImport0_r[\"a\"];a() | const a = __vite__cjsImport0_r[\"b\"];a()"})
    void whatMattersIsOne(String one, String other) {
        assertThat(script(one).digest()).isNotEqualTo(script(other).digest());
    }

    @Test
    void dependenciesAgreeAsLongAsNoneHasTwoVersions() {
        ModuleSource had = script("import a from \"/node_modules/.vite/deps/a.js?v=11aa22bb\"");
        assertThat(had.agrees(script("import a from \"/node_modules/.vite/deps/a.js?v=11aa22bb\";"
                + "import b from \"/node_modules/.vite/deps/b.js?v=99aa22bb\""))).isTrue();
        assertThat(had.agrees(script("import b from \"/node_modules/.vite/deps/b.js?v=99aa22bb\""))).isTrue();
        assertThat(had.agrees(script("import a from \"/node_modules/.vite/deps/a.js?v=33aa22bb\""))).isFalse();
    }

    @Test
    void theBaseIsWhereTheClientScriptComesFrom() {
        assertThat(script("import x from \"/base/@vite/client\"").base()).isEqualTo("/base/");
        assertThat(script("import x from \"/@vite/client\"").base()).isEqualTo("/");
        assertThat(ModuleSource.of("<script src=/a/b/@vite/client></script>".getBytes(StandardCharsets.UTF_8),
                ModuleTable.Kind.DOCUMENT).base()).isEqualTo("/a/b/");
        assertThat(script("x()").base()).isEmpty();
    }

    @Test
    void aStyleSheetIsNoScript() {
        assertThat(ModuleSource.of("a { content: 'import \"/x.js\"' }".getBytes(StandardCharsets.UTF_8),
                ModuleTable.Kind.STYLE).facts()).isEqualTo(ScriptFacts.NONE);
    }
}
