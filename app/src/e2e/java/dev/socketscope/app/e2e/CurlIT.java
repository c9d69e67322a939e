package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** curl through the engine: files from nginx, uploads to Node. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurlIT {
    private static final long GIBIBYTE = 1L << 30;
    private static final int UPLOAD = 20 << 20;
    private RandomFile big;
    private RandomFile small;
    private Nginx nginx;
    private Peer peer;
    private EngineUnderTest files;
    private EngineUnderTest uploads;

    @BeforeAll
    void start() throws IOException {
        Path folder = Places.emptyFolder("curl-files");
        big = RandomFile.write(folder.resolve("big.bin"), GIBIBYTE, 1);
        small = RandomFile.write(folder.resolve("small.bin"), UPLOAD, 2);
        Files.writeString(folder.resolve("page.html"), "<h1>A page</h1>\n");
        nginx = Nginx.ofFiles("curl", folder);
        peer = new Peer("curl");
        files = new EngineUnderTest("http://" + nginx.address());
        uploads = new EngineUnderTest(peer.url());
    }

    @AfterAll
    void stop() throws IOException {
        files.close();
        uploads.close();
        nginx.close();
        peer.close();
        Files.delete(big.path());
    }

    @Test
    void aPageArrivesAndTheConnectionServesTheNextRequestToo() throws IOException, InterruptedException {
        String url = files.url("/page.html");

        Curl curl = Curl.run("-w", "%{http_code} %{num_connects}\n", url, url);

        assertThat(curl.out()).isEqualTo("<h1>A page</h1>\n200 1\n<h1>A page</h1>\n200 0\n");
    }

    @Test
    void headAnswersWithTheLengthAndNoBody() throws IOException, InterruptedException {
        Curl curl = Curl.run("-v", "-I", files.url("/small.bin"));

        assertThat(curl.code()).isZero();
        assertThat(curl.responseHead()).contains("http/1.1 200 ok", "content-length: " + UPLOAD);
    }

    @Test
    void aRangeIsAnsweredWith206AndThoseBytes() throws IOException, InterruptedException {
        Curl curl = Curl.run("-v", "-r", "4-10", files.url("/page.html"));

        assertThat(curl.out()).isEqualTo("A page<");
        assertThat(curl.responseHead()).contains("http/1.1 206 partial content", "content-range: bytes 4-10/16");
    }

    @Test
    void anUnchangedFileIsAnsweredWith304() throws IOException, InterruptedException {
        Curl first = Curl.run("-v", "-o", "/dev/null", files.url("/page.html"));
        String tag = first.responseHead().stream().filter(line -> line.startsWith("etag: ")).findFirst().orElseThrow();

        Curl second = Curl.run("-o", "/dev/null", "-w", "%{http_code} %{size_download}", "-H",
                "If-None-Match: " + tag.substring(6), files.url("/page.html"));

        assertThat(second.out()).isEqualTo("304 0");
    }

    @Test
    void aGibibyteArrivesWhole() throws IOException, InterruptedException {
        Path got = Places.emptyFolder("curl-download").resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", got.toString()).start().waitFor()).isZero();
        try (Digesting reader = new Digesting(got)) {
            Curl curl = Curl.run("-o", got.toString(), "-w", "%{http_code} %{size_download}", files.url("/big.bin"));

            assertThat(curl.out()).isEqualTo("200 " + GIBIBYTE);
            assertThat(HexFormat.of().formatHex(reader.sha256())).isEqualTo(HexFormat.of().formatHex(big.sha256()));
        }
    }

    @Test
    void anUploadOfUnknownLengthWaitsForTheGoAheadAndArrivesWhole() throws IOException, InterruptedException {
        Curl curl = Curl.run(small.path(), "-v", "-T", "-", "-H", "Expect: 100-continue", uploads.url("/upload"));

        assertThat(curl.responseHead()).startsWith("http/1.1 100 continue").contains("http/1.1 200 ok");
        JsonNode arrived = new JsonMapper().readTree(curl.out());
        assertThat(arrived.get("method").asString()).isEqualTo("PUT");
        assertThat(arrived.get("bytes").asLong()).isEqualTo(UPLOAD);
        assertThat(arrived.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(small.sha256()));
        assertThat(arrived.get("transferEncoding").asString()).isEqualTo("chunked");
        assertThat(arrived.get("host").asString()).as("Host is kept").isEqualTo(uploads.address());
        assertThat(arrived.get("via").asString()).startsWith("1.1 ");
    }

    @Test
    void anAnswerInChunksArrivesInChunks() throws IOException, InterruptedException {
        Curl curl = Curl.run("-v", "-N", "--raw", uploads.url("/chunks"));

        assertThat(curl.responseHead()).contains("transfer-encoding: chunked");
        assertThat(curl.out()).isEqualTo("3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n");
    }

    @Test
    void aRefusedUpgradeShowsTheUpstreamsBody() throws IOException, InterruptedException {
        Curl curl = Curl.run("-v", "-H", "Connection: Upgrade", "-H", "Upgrade: websocket", "-H",
                "Sec-WebSocket-Version: 13",
                "-H", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", uploads.url("/refuse"));

        assertThat(curl.responseHead()).contains("http/1.1 403 forbidden");
        assertThat(curl.out()).isEqualTo("this door stays shut\n");
    }

    @Test
    void anUpstreamThatIsNotThereIsNamedInThe502() throws IOException, InterruptedException {
        int port = Places.freePort();
        try (EngineUnderTest engine = new EngineUnderTest("http://127.0.0.1:" + port)) {
            Curl curl = Curl.run("-w", "\n%{http_code}", engine.url("/"));

            assertThat(curl.out()).endsWith("\n502").contains("127.0.0.1", Integer.toString(port));
        }
    }
}
