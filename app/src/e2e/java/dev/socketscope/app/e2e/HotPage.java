package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A dev server's page in Chromium, with a title to edit and a counter as its state. Its engine's line to the server can be cut. */
final class HotPage implements AutoCloseable {
    static final String FIRST = "First version";
    private static final Duration ON_THE_PAGE = Duration.ofSeconds(2);
    static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LOADED = Duration.ofSeconds(60);
    private static final Duration WITNESS = Duration.ofSeconds(3);
    private static final String TITLE = "document.querySelector('h1')?.textContent";
    private static final String COUNTER = "document.querySelector('button')?.textContent";

    private final DevServer server;
    private final String titleFile;
    private final CutLine line;
    private final EngineUnderTest engine;
    private final Browser browser;

    /** @param titleFile the file of the project that holds {@link #FIRST} */
    HotPage(String name, DevServer server, String titleFile) {
        this.server = server;
        this.titleFile = titleFile;
        line = new CutLine(URI.create(server.url()).getPort());
        engine = new EngineUnderTest(line.url());
        browser = new Browser(name);
    }

    /** Opens the page, waits until its socket is open and counts. */
    void open() {
        browser.open(engine.url("/"));
        showsTitle(FIRST);
        socket();
        count();
    }

    /** Gives the page a state that a reload would cost. */
    void count() {
        for (int i = 1; i <= 3; i++) {
            browser.click("button");
        }
        browser.await(COUNTER + " == 'count 3'");
        browser.evaluate("window.marker = 'same page'");
    }

    /** It has not been loaded anew since it counted. */
    void isTheSame() {
        assertThat(browser.evaluate("window.marker").asString("")).as("the page was not loaded anew")
                .isEqualTo("same page");
        assertThat(browser.evaluate(COUNTER).asString()).isEqualTo("count 3");
    }

    void edit(String from, String to) {
        edit(titleFile, from, to);
    }

    void edit(String file, String from, String to) {
        try {
            server.edit(file, from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restartServer() {
        restartServer(() -> {});
    }

    void restartServer(Runnable meanwhile) {
        server.restart(meanwhile);
    }

    void showsTitle(String title) {
        browser.await(TITLE + " == '" + title + "'");
    }

    /** Cuts the line for a time, in which something is done, and mends it. */
    void cut(CutLine.Kind kind, Duration time, Runnable meanwhile) {
        line.cut(kind);
        meanwhile.run();
        rest(time);
        line.mend(kind);
    }

    /** The same, and waits until the page's doubts are settled, which it has none of after a black hole. */
    void cutAndSettle(CutLine.Kind kind, Duration time) {
        int before = gaps().size();
        cut(kind, time, () -> {});
        if (kind != CutLine.Kind.BLACK_HOLE) {
            awaitGaps(before + 1);
        }
    }

    /** Waits until so many gaps are settled. */
    void awaitGaps(int count) {
        await().atMost(Duration.ofSeconds(40)).until(() -> gaps().size() >= count);
    }

    /** Edits the title while the line is cut; soon after it is mended the page shows it. */
    void editInACut(CutLine.Kind kind, String from, String to) {
        cut(kind, SHORT, () -> edit(from, to));
        long start = System.nanoTime();
        showsTitle(to);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("until the page shows " + to)
                .isLessThan(ON_THE_PAGE);
    }

    /** Time in which something that must not happen may happen. */
    void rest(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    /** How the engine has settled each gap so far. */
    List<Event.Settlement> gaps() {
        return engine.engine()
                .events(0, 100_000)
                .events()
                .stream()
                .filter(Event.GapSettled.class::isInstance)
                .map(e -> ((Event.GapSettled) e).settlement())
                .toList();
    }

    /** How often the document has been loaded. */
    private long loads() {
        return browser.responses().stream().filter(("GET 200 " + engine.url("/"))::equals).count();
    }

    /** Something makes the page load itself anew, and only once. */
    void reloadsOnce(Runnable cause) {
        long before = loads();
        cause.run();
        await().atMost(LOADED).until(() -> loads() > before);
        rest(WITNESS);
        assertThat(loads()).as("documents loaded").isEqualTo(before + 1);
    }

    /** Something may make the page load itself anew, but only once. */
    void reloadsAtMostOnce(Runnable cause) {
        long before = loads();
        cause.run();
        rest(WITNESS);
        assertThat(loads()).as("documents loaded").isLessThanOrEqualTo(before + 1);
    }

    /** The page's hot-reload socket, as soon as it is open. */
    Connection socket() {
        return socket(c -> c.state() == Connection.State.OPEN);
    }

    Connection socket(Predicate<Connection> wanted) {
        return engine.awaitConnection(wanted);
    }

    /** Waits until a message of this type has gone through the page's socket. */
    void awaitMessage(Direction direction, String type) {
        engine.awaitMessage(socket().id(), direction, type);
    }

    /** Waits until the engine has made sure what the page has after an update that carries its code: the server has echoed its question. */
    void awaitEcho() {
        await().atMost(LOADED)
                .until(() -> engine.frames(socket().id())
                        .reversed()
                        .stream()
                        .filter(frame -> frame.direction() == Direction.TO_CLIENT)
                        .findFirst()
                        .filter(frame -> frame.opcode() == Opcode.PONG)
                        .isPresent());
    }

    void speaks(String dialect) {
        await().atMost(Duration.ofSeconds(5)).until(() -> socket().survival().hmr().equals(dialect));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        engine.close();
        line.close();
        server.close();
    }
}
