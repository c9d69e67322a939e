package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxPageTest {
    private static Sandbox sandbox;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        sandbox.close();
    }

    @Test
    void pageForbidsInlineScriptsAndHasNone() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<title>Socketscope sandbox</title>")
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void everyFileThatThePageNamesExists() throws Exception {
        List<String> named = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(get("/").body())
                .results()
                .map(m -> m.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        for (String path : named) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        List<String> imported = Pattern.compile("from \"\\./([^\"]+)\"")
                .matcher(get("/app/main.js").body())
                .results()
                .map(m -> "/app/" + m.group(1))
                .toList();
        assertThat(imported).hasSize(3);
        for (String path : imported) {
            assertThat(get(path).headers().firstValue("Content-Type")).as(path)
                    .hasValue("text/javascript; charset=utf-8");
        }
    }

    @Test
    void modulesAreRevalidatedByTheirEntityTag() throws Exception {
        HttpResponse<String> first = get("/src/components/Header.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = http.send(request("/src/components/Header.js?t=17").header("If-None-Match", tag)
                .build(), BodyHandlers.ofString());
        HttpResponse<String> other = http.send(request("/src/components/Header.js").header("If-None-Match", "\"x\"")
                .build(), BodyHandlers.ofString());

        assertThat(first.body()).contains("export const revision = 1;");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void headHasTheLengthButNoBody() throws Exception {
        HttpResponse<String> head = http.send(request("/app/style.css").HEAD().build(), BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(get("/app/style.css").body().length());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anEditChangesTheModuleItsEntityTagAndTheEntry() throws Exception {
        Project project = new Project();
        project.edit("/src/styles/theme.css", 5);
        project.prune("/src/lib/format.js", 6);

        String before = ModuleSource.of(new Project().module("/src/styles/theme.css").orElseThrow());
        String after = ModuleSource.of(project.module("/src/styles/theme.css").orElseThrow());

        assertThat(after).contains("--theme-revision: 2;").isNotEqualTo(before);
        assertThat(Asset.of("a.css", after).etag()).isNotEqualTo(Asset.of("a.css", before).etag());
        assertThat(ModuleSource.entry(project)).contains("/src/styles/theme.css").doesNotContain("/src/lib/format.js");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404,The sandbox has no /nowhere",
            "POST,/,405,The sandbox only answers GET and HEAD here."})
    void whatIsNotThereSaysSo(String method, String path, int status, String body) throws Exception {
        HttpResponse<String> answer = http.send(request(path).method(method, HttpRequest.BodyPublishers.noBody())
                .build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualToIgnoringNewLines(body);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + path));
    }
}
