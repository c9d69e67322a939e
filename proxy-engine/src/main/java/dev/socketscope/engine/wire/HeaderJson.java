package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.List;

/** A header field; a secret value is masked. */
public record HeaderJson(String name, String value) {
    static List<HeaderJson> all(List<Header> headers) {
        return headers.stream().map(h -> new HeaderJson(h.name(), Secrets.mask(h))).toList();
    }

    /** As they are, for what a user wrote and has to get back. */
    static List<HeaderJson> plain(List<Header> headers) {
        return headers.stream().map(h -> new HeaderJson(h.name(), h.value())).toList();
    }

    static List<Header> toApi(List<HeaderJson> headers) {
        return headers.stream().map(h -> new Header(h.name, h.value)).toList();
    }
}
