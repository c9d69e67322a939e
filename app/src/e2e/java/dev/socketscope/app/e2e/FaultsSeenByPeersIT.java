package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.wire.FaultReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each fault is to peers that we did not write: npm's {@code ws} and Chromium as clients, {@code ws} as the server. The tables
 * stand beside this class. In them a fault is armed as the control API takes it, before the socket is opened or on the live one.
 */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsSeenByPeersIT {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Peer server;
    private EngineUnderTest engine;
    private Witness ws;
    private Witness chromium;

    @BeforeAll
    void start() throws IOException {
        server = new Peer("faults");
        // Without holding, so that each peer sees what the other one does.
        engine = new EngineUnderTest(server.url(), TunnelPolicy.DEFAULT.with(Hold.NOTHING));
        ws = new Witness.Ws("faults");
        chromium = Witness.Page.at("faults", engine.url("/watched"));
    }

    @AfterAll
    void stop() {
        chromium.close();
        ws.close();
        engine.close();
        server.close();
    }

    @AfterEach
    void disarm() {
        engine.submit(new Command.DisarmAll());
    }

    private String arm(String fault) {
        Reply reply = engine.submit(new Command.ArmFault(FaultReader.read(JSON.readTree(fault))));
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        return ((Reply.Armed) reply).id();
    }

    private String open(Witness client, boolean first, String fault, String path) {
        client.begin(engine.address());
        if (first) {
            return arm(fault);
        }
        client.run("await p.open('" + path + "'); return '';");
        String id = arm(fault);
        await().until(() -> engine.newest().faults().contains(id) || engine.newest().close() != null);
        return id;
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/e2e/tables/faults-seen-by-clients.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void clientsSee(String fault, boolean first, String script, String byWs, @Nullable String byChromium,
            @Nullable String close) {
        assertThat(seen(ws, first, fault, script, close)).as("by ws").matches(byWs);
        assertThat(seen(chromium, first, fault, script, close)).as("by Chromium")
                .matches(byChromium == null ? byWs : byChromium);
    }

    private String seen(Witness client, boolean first, String fault, String script, @Nullable String close) {
        String id = open(client, first, fault, "/echo");
        String said = client.run("p.mark(); " + script + "; return p.said();");
        assertThat(engine.engine().events(0, 100_000).events()).as("firings of %s", id)
                .anyMatch(e -> e instanceof Event.FaultFired f && f.fault().equals(id));
        accountNames(id, close);
        engine.submit(new Command.DisarmAll());
        return said;
    }

    /** The close names the fault; without one the connection is still open. */
    private void accountNames(String id, @Nullable String close) {
        if (close == null) {
            assertThat(engine.newest().close()).isNull();
            return;
        }
        CloseInfo account = engine.awaitClose(engine.newest().id());
        String cause = id.equals(account.fault()) ? "" : " of itself";
        assertThat(account.by() + " " + account.manner() + " " + account.code() + cause).matches(close);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/e2e/tables/faults-seen-by-servers.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void theServerSees(String fault, String script, String expected, @Nullable String close) {
        String id = open(ws, false, fault, "/watched");
        ws.run(script + "; return '';");
        await().untilAsserted(() -> assertThat(seenByServer()).matches(expected));
        accountNames(id, close);
    }

    private String seenByServer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/watched")).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .valueStream()
                .map(entry -> entry.asString())
                .collect(Collectors.joining(", "));
    }
}
