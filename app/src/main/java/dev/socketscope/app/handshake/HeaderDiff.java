package dev.socketscope.app.handshake;

import dev.socketscope.engine.api.Header;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of the headers that it received. Fields of one name are compared in their order; names are compared
 * without case (RFC 9110 §5.1).
 */
final class HeaderDiff {
    /** What became of a field. */
    enum Change {
        SAME, CHANGED, ADDED, REMOVED,
        /** No message was passed on that it could be in. */
        WITHHELD
    }

    /**
     * @param received null when the engine added the field
     * @param passedOn null when the engine did not pass the field on
     */
    record Line(String name, @Nullable Header received, @Nullable Header passedOn, Change change) {}

    private HeaderDiff() {}

    /**
     * Lines in the order of {@code received}, then what was added.
     *
     * @param passedOn empty when the message was not passed on, or not yet: every message that is has at least one field
     */
    static List<Line> of(List<Header> received, List<Header> passedOn) {
        List<Header> left = new ArrayList<>(passedOn);
        List<Line> lines = new ArrayList<>();
        for (Header header : received) {
            Header same = takeFirst(left, header.name());
            Change change = passedOn.isEmpty() ? Change.WITHHELD : change(header, same);
            lines.add(new Line(header.name(), header, same, change));
        }
        for (Header added : left) {
            lines.add(new Line(added.name(), null, added, Change.ADDED));
        }
        return List.copyOf(lines);
    }

    private static Change change(Header received, @Nullable Header passedOn) {
        if (passedOn == null) {
            return Change.REMOVED;
        }
        return received.value().equals(passedOn.value()) ? Change.SAME : Change.CHANGED;
    }

    private static @Nullable Header takeFirst(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                headers.remove(header);
                return header;
            }
        }
        return null;
    }
}
