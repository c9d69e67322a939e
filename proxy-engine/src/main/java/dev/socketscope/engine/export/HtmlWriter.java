package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Playable;
import dev.socketscope.engine.html.Html;
import dev.socketscope.engine.html.HtmlPage;
import dev.socketscope.engine.story.ConnectionStory;
import dev.socketscope.engine.story.Firings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A report for people who have no Socketscope: one page that tells of some connections what happened, and shows their frames. It is as long as a
 * browser can show: of many connections the newest {@value #MOST_CONNECTIONS}, of many frames the first and the last, of long payloads the beginning; it says
 * what it leaves out.
 */
final class HtmlWriter {
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_OF_ONE = 2_000;
    private static final int LEAST_OF_ONE = 50;

    private final Engine engine;
    private final OutputStream out;
    private final String filter;
    private final boolean secrets;
    private final FrameWalk walk;
    private final ReportPayloads payloads = new ReportPayloads();
    private final Instant now;

    HtmlWriter(Engine engine, String filter, boolean secrets, OutputStream out) {
        this.engine = engine;
        this.out = out;
        this.filter = filter;
        this.secrets = secrets;
        this.walk = new FrameWalk(engine, filter);
        this.now = engine instanceof Playable was ? was.moment() : Instant.now();
    }

    long write(List<Connection> connections) throws IOException {
        List<Connection> newest = connections.subList(Math.max(0, connections.size() - MOST_CONNECTIONS),
                connections.size());
        ReportEvents events = new ReportEvents(engine, newest.stream().map(Connection::id).toList());
        String title = newest.size() == 1 ? ReportConnection.address(newest.getFirst())
                : ReportWords.count(newest.size()) + " connections";
        HtmlPage.write(out, title + " – Socketscope", html -> {
            head(html, newest.size() == 1 ? "Connection " + newest.getFirst().id() : title);
            if (newest.size() < connections.size()) {
                html.leaf("p", "Left out: the " + ReportWords.count(connections.size() - newest.size())
                        + " oldest connections.", "class", "note");
            }
            if (newest.size() > 1) {
                index(html, newest, events);
            }
            int rows = Math.clamp(MOST_ROWS / Math.max(1, newest.size()), LEAST_OF_ONE, MOST_OF_ONE);
            for (Connection connection : newest) {
                section(html, connection, events, rows);
            }
            foot(html);
        });
        return walk.lost();
    }

    private void head(Html html, String heading) throws IOException {
        html.open("header");
        html.open("svg", "viewBox", "0 0 32 32", "aria-hidden", "true");
        html.open("rect", "width", "32", "height", "32", "rx", "8", "fill", "#3b82f6").close();
        html.open("circle", "cx", "16", "cy", "16", "r", "10.5", "fill", "none", "stroke", "#ffffff", "stroke-opacity",
                "0.7", "stroke-width", "1.2").close();
        html.open("path", "d", "M5.5 16 L11.5 16 L14.2 9.5 L18 22.5 L20.5 16 L26.5 16", "fill", "none", "stroke",
                "#ffffff", "stroke-width", "2", "stroke-linecap", "round", "stroke-linejoin", "round").close();
        html.close().open("div").leaf("h1", heading);
        html.leaf("div", engine.info().name() + " · Socketscope " + engine.info().version() + " · as of "
                + now.truncatedTo(ChronoUnit.SECONDS), "class", "muted");
        html.close().close();
        if (!filter.isBlank()) {
            html.open("p").text("Only frames that fit ").leaf("code", filter).close();
        }
    }

    private void index(Html html, List<Connection> connections, ReportEvents events) throws IOException {
        html.open("table");
        for (Connection connection : connections) {
            html.open("tr").open("td", "class", "name");
            html.leaf("a", ReportConnection.address(connection), "href", "#" + connection.id()).close();
            html.leaf("td", story(connection, events), "class", "wide").close();
        }
        html.close();
    }

    private String story(Connection connection, ReportEvents events) {
        return ConnectionStory.of(connection, now, Firings.of(connection.id(), events.of(connection.id()))).getFirst();
    }

    private void section(Html html, Connection connection, ReportEvents events, int rows) throws IOException {
        html.open("section", "class", "connection", "id", connection.id());
        ReportConnection facts = new ReportConnection(html, connection);
        facts.title(story(connection, events));
        facts.facts();
        facts.end();
        new ReportRoundTrips(engine, connection.id()).write(html);
        new ReportHandshake(html, connection.handshake()).write();
        events.write(html, connection.id(), connection.openedAt());
        new ReportFrames(html, walk, payloads, connection).write(rows);
        html.close();
    }

    private void foot(Html html) throws IOException {
        if (payloads.notShown() > 0) {
            html.leaf("p", "Left out: the payloads of " + ReportWords.count(payloads.notShown())
                    + " messages, because a report has room for " + ReportWords.bytes(ReportPayloads.MOST_OF_ALL) + ".",
                    "class", "note");
        }
        html.leaf("p", secrets ? "Tokens, cookies and payloads are as they were sent: keep this page to yourself."
                : "Tokens and cookies in addresses and headers are masked; payloads are as they were sent.", "class",
                "note");
    }
}
