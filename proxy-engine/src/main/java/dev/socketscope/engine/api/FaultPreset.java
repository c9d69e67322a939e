package dev.socketscope.engine.api;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hops that traffic passes on its way, each as the faults that act like it. A latency acts in each direction, so it is half of the
 * hop's round trip.
 */
public enum FaultPreset {
    /**
     * An access point nearby, as the Wi-Fi profile of browsers' developer tools: 30 and 15 Mbit/s, 2 ms. One read in a thousand takes
     * ten times as long.
     */
    HOME_WIFI("An access point nearby: 30 and 15 Mbit/s, about 2 ms each way", latency(2, 2, Distribution.PARETO),
            toClient(3_750_000), toUpstream(1_875_000)),

    /**
     * Mobile data on the move: 1.6 Mbit/s, 768 kbit/s and a round trip of 150 ms, as WebPageTest's 3G Fast, but scattered widely; and
     * after half a minute a tunnel of 20 s.
     */
    TRAIN("Mobile data on the move, and after 30 s a tunnel of 20 s", latency(75, 50, Distribution.PARETO),
            toClient(200_000), toUpstream(96_000),
            Fault.of(new TransportFault.BlackHole()).during(Duration.ofSeconds(30), Duration.ofSeconds(20))),

    /** As WebPageTest's 3G: 1.6 Mbit/s and 768 kbit/s, a round trip of 300 ms. */
    MOBILE_3G("1.6 Mbit/s down, 768 kbit/s up, a round trip of 300 ms", latency(150, 30, Distribution.NORMAL),
            toClient(200_000), toUpstream(96_000)),

    /**
     * A geostationary satellite. Up and down again are at least 2 × 35,786 km, 239 ms at the speed of light, in each direction;
     * coding and queues come on top. 25 and 3 Mbit/s are what such plans usually promise.
     */
    SATELLITE("A geostationary satellite: a round trip of 600 ms", latency(300, 20, Distribution.NORMAL),
            toClient(3_125_000), toUpstream(375_000)),

    /** A proxy with the usual 60 s: as much as nginx's proxy_read_timeout. A ping every 30 s survives it. */
    CORPORATE_PROXY("Ends a connection that is idle for 60 s",
            Fault.of(new EndingFault.IdleCut(Duration.ofSeconds(60)))),

    /** Cloudflare's edge ends a WebSocket on which nothing has travelled for 100 s. */
    CLOUDFLARE_EDGE("Ends a connection that is idle for 100 s",
            Fault.of(new EndingFault.IdleCut(Duration.ofSeconds(100)))),

    /** An Envoy route whose timeout was left at its default of 15 s: every WebSocket ends at that age, busy or not. */
    ENVOY_ROUTE_TIMEOUT("Ends every connection 15 s after it was opened",
            Fault.of(new EndingFault.MaxLifetime(Duration.ofSeconds(15)))),

    /**
     * A laptop sleeps for a minute and wakes up on another network: nothing arrives, no peer is told, and then both sockets are
     * reset. Connections that are opened a second after that live.
     */
    LAPTOP_SLEEP("Nothing arrives for 60 s, then both sockets are reset",
            Fault.of(new TransportFault.BlackHole()).during(Duration.ZERO, Duration.ofSeconds(61)),
            Fault.of(new EndingFault.Disconnect(Legs.BOTH, Mode.RST, 1001, ""))
                    .during(Duration.ofSeconds(60), Duration.ofSeconds(1)));

    private final String summary;
    private final List<Fault> faults;

    FaultPreset(String summary, Fault... faults) {
        this.summary = summary;
        this.faults = Stream.of(faults).map(fault -> fault.called(wireName())).toList();
    }

    /** The name in scenarios, and the label of its faults, for example {@code envoy-route-timeout}. */
    public String wireName() {
        return Names.of(this);
    }

    /** Whose name that is; empty when it is nobody's. */
    public static Optional<FaultPreset> named(String name) {
        return Names.find(FaultPreset.class, name);
    }

    /** What the hop does, in one line for a person. */
    public String summary() {
        return summary;
    }

    /** What has to be armed so that all connections pass the hop. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * What has to be armed so that some connections pass it.
     *
     * @param scope selects them by id, route, path or sandbox
     * @throws InvalidFaultException when it has other selectors: a hop does not look at messages
     */
    public List<Fault> faults(FaultMatch scope) {
        scope.connectionsOnly(wireName());
        return faults.stream().map(fault -> fault.on(narrowed(scope, fault.match().direction()))).toList();
    }

    private static FaultMatch narrowed(FaultMatch scope, @Nullable Direction direction) {
        return direction == null ? scope : scope.going(direction);
    }

    private static Fault latency(long millis, long jitter, Distribution distribution) {
        return Fault.of(
                new TransportFault.Latency(Duration.ofMillis(millis), Duration.ofMillis(jitter), distribution));
    }

    private static Fault toClient(long bytesPerSecond) {
        return bandwidth(bytesPerSecond, Direction.TO_CLIENT);
    }

    private static Fault toUpstream(long bytesPerSecond) {
        return bandwidth(bytesPerSecond, Direction.TO_UPSTREAM);
    }

    private static Fault bandwidth(long bytesPerSecond, Direction direction) {
        return Fault.of(new TransportFault.Bandwidth(bytesPerSecond)).on(FaultMatch.ANY.going(direction));
    }
}
