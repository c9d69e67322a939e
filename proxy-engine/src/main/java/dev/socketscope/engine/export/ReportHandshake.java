package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.html.Html;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The upgrade of a connection: how long each step took, and the headers on both sides, with secret values masked. */
final class ReportHandshake {
    private final Html html;
    private final Handshake handshake;

    ReportHandshake(Html html, Handshake handshake) {
        this.html = html;
        this.handshake = handshake;
    }

    void write() throws IOException {
        html.leaf("h3", "Handshake");
        html.open("p").leaf("code", handshake.requestLine()).close();
        html.open("p").leaf("code", answer()).close();
        steps();
        html.open("div", "class", "columns");
        headers("The client sent", handshake.requestHeaders());
        headers("The upstream answered", handshake.responseHeaders());
        html.close();
        html.open("details").leaf("summary", "As the engine passed them on").open("div", "class", "columns");
        headers("To the upstream", handshake.forwardedHeaders());
        headers("To the client", handshake.returnedHeaders());
        html.close().close();
    }

    private String answer() {
        return handshake.status() == 0 ? "no answer"
                : ("HTTP/1.1 " + handshake.status() + " " + handshake.reasonPhrase()).strip();
    }

    private void steps() throws IOException {
        long total = Math.max(1, handshake.totalMicros());
        html.open("table");
        for (Handshake.Step step : handshake.steps()) {
            if (step.station() != Handshake.Station.FIRST_FRAME) {
                html.open("tr").leaf("td", step.station().label(), "class", "word");
                html.leaf("td", ReportWords.millis(step.micros()), "class", "number").open("td", "class", "wide");
                html.open("svg", "class", "bar", "viewBox", "0 0 1000 12", "preserveAspectRatio", "none");
                html.open("rect", "class", "step", "x", share(step.startMicros(), total), "y", "1", "width",
                        share(Math.max(step.micros(), total / 400), total), "height", "10").close();
                html.close().close().close();
            }
        }
        html.close();
    }

    private static String share(long micros, long total) {
        return String.format(Locale.ROOT, "%.1f", 1_000.0 * micros / total);
    }

    private void headers(String title, List<Header> headers) throws IOException {
        html.open("div").leaf("p", title, "class", "muted").open("table");
        for (Header header : headers) {
            html.open("tr").leaf("td", header.name(), "class", "name");
            html.open("td", "class", "wide").leaf("code", header.value()).close().close();
        }
        html.close().close();
    }
}
