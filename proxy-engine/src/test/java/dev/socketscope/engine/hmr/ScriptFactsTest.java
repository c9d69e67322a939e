package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFactsTest {
    @ParameterizedTest
    @ValueSource(strings = {"import.meta.hot.accept()", "import.meta.hot.accept(next => {})",
            "import.meta.hot.accept((next) => {})", "import.meta.hot.accept( function (next) {} )",
            "import.meta.hot?.accept()", "if (import.meta.hot) { import.meta.hot.accept(async (m) => {}); }",
            "import.meta.hot.accept(/* all of it */)",
            "import.meta.hot.accept('/dep.js', f); import.meta.hot.accept()"})
    void aModuleThatTakesItsOwnReplacement(String script) {
        assertThat(ScriptFacts.of(script).acceptsItself()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import.meta.hot.accept('/dep.js', f)", "import.meta.hot.accept([\"/a.js\", \"/b.js\"], f)",
            "import.meta.hot.accept([], f)", "import.meta.hot.accept([dep], f)", "import.meta.hot.acceptExports(['a'])",
            "import.meta.hot.prune(() => {})", "import.meta.hot.dispose(f)",
            "// import.meta.hot.accept()", "/* import.meta.hot.accept() */", "x = 'import.meta.hot.accept()'",
            "x = `import.meta.hot.accept()`", "import.meta.hot.invalidate()", "hot.accept()",
            "__vite__updateStyle(id, css)", "$RefreshReg$(_c, \"App\")", ""})
    void aModuleThatDoesNot(String script) {
        assertThat(ScriptFacts.of(script).acceptsItself()).isFalse();
    }

    @Test
    void dependenciesThatAreAccepted() {
        assertThat(ScriptFacts.of("import.meta.hot.accept('/dep.js', (m) => {})").accepts()).containsExactly("/dep.js");
        assertThat(ScriptFacts.of("import.meta.hot?.accept([ \"/a.js\" ,\n `/b.js` ], ([a, b]) => {})").accepts())
                .containsExactly("/a.js", "/b.js");
        assertThat(ScriptFacts.of("import.meta.hot.accept([x], f)").accepts()).isEmpty();
    }

    @Test
    void importsInEveryForm() {
        ScriptFacts facts = ScriptFacts.of("""
                import a from "/a.js";import"/b.css";import{c}from'/c.js?import';
                import * as d from "/d.js?t=1795656520233";
                export { e } from "/e.js"; export * from "/f.js?vue&type=style&t=5&index=0";
                const g = await import("/g.js"); import(/* @vite-ignore */ '/h.js').then();
                import(`/i/${name}.js`); Array.from("/j.js"); x.import("/k.js"); import.meta.glob("/l.js");
                // import "/m.js"
                const n = 'import "/n.js"';
                import o from "https://cdn.example/o.js"; import p from "//cdn.example/p.js"; import q from "./q.js";
                """);
        List<String> needs = List.of("/a.js", "/b.css", "/c.js?import", "/d.js", "/e.js",
                "/f.js?vue&type=style&index=0");
        assertThat(facts.needs()).containsExactlyElementsOf(needs);
        assertThat(facts.imports()).containsAll(needs).contains("/g.js", "/h.js").hasSize(8);
    }

    @Test
    void documentsLoadScriptsAndStyleSheets() {
        ScriptFacts facts = DocumentFacts.of("""
                <!doctype html><link rel="icon" href="/icon.svg"><link href="/src/a.css?t=1795656520233" rel=stylesheet>
                <!-- <script src="/src/never.js"></script> --><script nomodule src="/old.js"></script>
                <script type="module">import x from "/@react-refresh"; x();</script>
                <SCRIPT type="module" src="/src/main.jsx"></SCRIPT><script src=/src/plain.js></script>
                <script src="https://cdn.example/x.js"></script><script src="//cdn.example/y.js"></script>
                <img src="/src/picture.png"><a href="/elsewhere">there</a>""");
        assertThat(facts.needs()).containsExactlyInAnyOrder("/src/a.css", "/@react-refresh", "/src/main.jsx",
                "/src/plain.js");
        assertThat(facts.acceptsItself()).isFalse();
    }
}
