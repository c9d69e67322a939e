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
        SAME, CHANGED, ADDED, REMOVED
    }

    /**
     * @param received null when the engine added the field
     * @param passedOn null when the engine removed the field
     */
    record Line(String name, @Nullable Header received, @Nullable Header passedOn) {
        Change change() {
            if (received == null) {
                return Change.ADDED;
            }
            if (passedOn == null) {
                return Change.REMOVED;
            }
            return received.value().equals(passedOn.value()) ? Change.SAME : Change.CHANGED;
        }
    }

    private HeaderDiff() {}

    /** Lines in the order of {@code received}, then what was added. */
    static List<Line> of(List<Header> received, List<Header> passedOn) {
        List<Header> left = new ArrayList<>(passedOn);
        List<Line> lines = new ArrayList<>();
        for (Header header : received) {
            Header same = takeFirst(left, header.name());
            lines.add(new Line(header.name(), header, same));
        }
        for (Header added : left) {
            lines.add(new Line(added.name(), null, added));
        }
        return List.copyOf(lines);
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
