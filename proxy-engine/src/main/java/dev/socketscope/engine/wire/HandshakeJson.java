package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade.
 *
 * @param stepsMicros how long each station took, in their order
 * @param startsMicros when each station began, since the TCP connection was accepted
 */
public record HandshakeJson(Map<String, Long> stepsMicros, Map<String, Long> startsMicros, String requestLine,
        List<HeaderJson> requestHeaders, List<HeaderJson> forwardedHeaders, int status, String reasonPhrase,
        List<HeaderJson> responseHeaders, List<HeaderJson> returnedHeaders, @Nullable String extensions) {

    static HandshakeJson of(Handshake h, boolean whole) {
        Function<List<Header>, List<HeaderJson>> headers = whole ? HeaderJson::plain : HeaderJson::all;
        return new HandshakeJson(times(h, Handshake.Step::micros), times(h, Handshake.Step::startMicros),
                whole ? h.requestLine() : Secrets.maskQuery(h.requestLine()), headers.apply(h.requestHeaders()),
                headers.apply(h.forwardedHeaders()), h.status(), h.reasonPhrase(), headers.apply(h.responseHeaders()),
                headers.apply(h.returnedHeaders()), h.extensions());
    }

    private static Map<String, Long> times(Handshake handshake, ToLongFunction<Handshake.Step> time) {
        Map<String, Long> times = new LinkedHashMap<>();
        handshake.steps().forEach(s -> times.put(Names.of(s.station()), time.applyAsLong(s)));
        return times;
    }

    Handshake toApi() {
        List<Handshake.Step> steps = stepsMicros.entrySet()
                .stream()
                .map(e -> new Handshake.Step(Constants.parse(Handshake.Station.class, "stepsMicros", e.getKey()),
                        startsMicros.getOrDefault(e.getKey(), 0L), e.getValue()))
                .toList();
        return new Handshake(steps, requestLine, HeaderJson.toApi(requestHeaders), HeaderJson.toApi(forwardedHeaders),
                status, reasonPhrase, HeaderJson.toApi(responseHeaders), HeaderJson.toApi(returnedHeaders), extensions);
    }
}
