package dev.socketscope.app.overview;

import dev.socketscope.engine.api.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what others have written into headers. Names are compared without case (RFC 9110 §5.1). */
record HeaderMarks(List<Header> headers) {
    HeaderMarks {
        headers = List.copyOf(headers);
    }

    /** The value of the first field of that name. */
    Optional<String> value(String wanted) {
        return values(wanted).findFirst();
    }

    boolean has(String wanted) {
        return value(wanted).isPresent();
    }

    boolean anyBeginsWith(String prefix) {
        return headers.stream().anyMatch(header -> name(header).startsWith(prefix));
    }

    /** The members of all fields of that name, which are lists, in order (RFC 9110 §5.3). */
    List<String> members(String wanted) {
        return values(wanted).flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    private Stream<String> values(String wanted) {
        return headers.stream().filter(header -> name(header).equals(wanted)).map(Header::value);
    }

    private static String name(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }
}
