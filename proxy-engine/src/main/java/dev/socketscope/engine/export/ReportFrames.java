package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.html.Html;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The frames of a connection as a table, those in the middle left out when there are many; the payload of a message opens at its last frame. */
final class ReportFrames implements FrameWalk.Excerpt {
    private final Html html;
    private final FrameWalk walk;
    private final ReportPayloads payloads;
    private final Connection connection;

    ReportFrames(Html html, FrameWalk walk, ReportPayloads payloads, Connection connection) {
        this.html = html;
        this.walk = walk;
        this.payloads = payloads;
        this.connection = connection;
    }

    /** @param most rows at most, 5 or more; a fifth of them are the first ones, where a conversation is agreed on */
    void write(int most) throws IOException {
        html.leaf("h3", "Frames").open("div", "class", "scroll").open("table").open("tr");
        html.leaf("th", "Frame", "class", "number").leaf("th", "s since opened", "class", "number");
        html.leaf("th", "").leaf("th", "Type").leaf("th", "Bytes", "class", "number");
        html.leaf("th", "In proxy", "class", "number").leaf("th", "Payload", "class", "wide").close();
        walk.ends(Set.of(connection.id()), most / 5, most - most / 5, this);
        html.close().close();
    }

    @Override
    public void take(FrameRow row) throws IOException {
        Frame frame = row.frame();
        boolean up = frame.direction() == Direction.TO_UPSTREAM;
        html.open("tr").leaf("td", Long.toString(frame.seq()), "class", "number muted");
        html.leaf("td", ReportWords.since(connection.openedAt(), frame.atMicros()), "class", "number");
        html.leaf("td", up ? "↑" : "↓", "class", up ? "up" : "down", "title", frame.direction().wireName());
        html.leaf("td", type(frame), "class", "word");
        html.leaf("td", ReportWords.count(frame.length()), "class", "number");
        html.leaf("td",
                frame.inProxyMicros() == Frame.IN_PROXY_UNKNOWN ? "" : ReportWords.count(frame.inProxyMicros()) + " µs",
                "class",
                "number");
        html.open("td", "class", "wide");
        payloads.write(html, walk, row);
        html.close().close();
    }

    /** {@code text}, {@code binary, part, compressed}. */
    private static String type(Frame frame) {
        List<String> words = new ArrayList<>(List.of(frame.opcode().wireName()));
        if (!frame.fin()) {
            words.add("part");
        }
        if (frame.rsv1()) {
            words.add("compressed");
        }
        if (frame.injected()) {
            words.add("injected");
        }
        if (frame.held()) {
            words.add("held");
        }
        return String.join(", ", words);
    }

    @Override
    public void leftOut(long frames) throws IOException {
        html.open("tr", "class", "left-out")
                .leaf("td", ReportWords.count(frames)
                        + " frames between these are left out; the recording has them.", "colspan", "7")
                .close();
    }
}
