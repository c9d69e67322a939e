package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.hmr.BuildProblem;
import dev.socketscope.engine.hmr.BundleSettler;
import dev.socketscope.engine.hmr.GapSettler;
import dev.socketscope.engine.hmr.HmrDetector;
import dev.socketscope.engine.hmr.HmrDialect;
import dev.socketscope.engine.hmr.HmrFact;
import dev.socketscope.engine.hmr.HmrHistory;
import dev.socketscope.engine.hmr.HmrMessages;
import dev.socketscope.engine.hmr.HmrQueue;
import dev.socketscope.engine.hmr.ModuleTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The hot-reload side of a tunnel: reads along what server and page tell each other. The event loop of the tunnel writes, any thread
 * may read.
 */
final class HmrSocket implements MessageReader {
    private final Tunnel tunnel;
    private final HmrPages allPages;
    private final PageKey key;
    /** Null until something tells that it is one: of most sockets that may be, nothing ever does. */
    private @Nullable Recognised recognised;
    private HmrPages.@Nullable Pages pages;
    private HmrStatus.@Nullable BuildError error;
    private Instant newest = Instant.now();
    private ModuleTable.@Nullable Snapshot lost;
    private final BundleCare bundles;
    private boolean mayBeParcel;

    /** What there is of a socket that is known to be one. */
    private record Recognised(HmrDialect dialect, HmrQueue queue, HmrHistory history) {}

    private HmrSocket(RelayContext relay, Tunnel tunnel, PageKey key) {
        WsConnection connection = tunnel.connection();
        boolean ofPage = tunnel.record().forwarded().stream().anyMatch(h -> h.name().equalsIgnoreCase("Origin"));
        this.mayBeParcel = HmrDetector.mayBeParcel(tunnel.policy().hmr(), connection.subprotocol(), connection.path(),
                ofPage);
        this.tunnel = tunnel;
        this.allPages = relay.pages();
        this.key = key;
        this.bundles = new BundleCare(relay, tunnel, key, () -> new GapCare(relay, tunnel, this).settle());
    }

    /** Begins to read along where the socket is, or may be, one of a hot-reload server; null elsewhere. */
    static @Nullable HmrSocket attach(RelayContext relay, Tunnel tunnel, PageKey key) {
        WsConnection connection = tunnel.connection();
        Optional<HmrDialect> known = HmrDetector.byHandshake(tunnel.policy().hmr(), connection.subprotocol(),
                connection.path());
        if (known.isEmpty() && !HmrDetector.undecided(tunnel.policy().hmr(), connection.path())) {
            return null;
        }
        HmrSocket socket = new HmrSocket(relay, tunnel, key);
        for (Direction direction : Direction.values()) {
            tunnel.flow(direction).gate().readers().add(socket);
        }
        known.ifPresent(socket::recognise);
        return socket;
    }

    private synchronized void recognise(HmrDialect as) {
        recognised = new Recognised(as, new HmrQueue(tunnel.policy().buffer().maxAge()), new HmrHistory());
        HmrPages.Pages mine = allPages.open(key);
        mine.sockets().add(this);
        pages = mine;
        tunnel.survival().record().dialect(as.wireName());
    }

    synchronized boolean recognised() {
        return recognised != null;
    }

    /** Whether it may be a socket of Parcel, whose server has not said anything yet. */
    synchronized boolean mayBeParcel() {
        return recognised == null && mayBeParcel;
    }

    /** The server's answer to the question that only Parcel understands. */
    synchronized void answered(GapSettler.Answer answer) {
        if (mayBeParcel()) {
            HmrDetector.byParcelCheck(answer).ifPresent(this::recognise);
        }
    }

    @Override
    public synchronized boolean takes(Direction direction, Opcode opcode, byte[] payload, boolean away) {
        Optional<JsonNode> message = opcode == Opcode.TEXT ? HmrMessages.parse(payload) : Optional.empty();
        if (recognised == null && direction == Direction.TO_CLIENT) {
            decide(message);
        }
        Recognised known = recognised;
        if (known == null || message.isEmpty()) {
            return false;
        }
        List<HmrFact> facts = known.dialect().read(direction, message.get());
        return direction == Direction.TO_CLIENT ? fromServer(known, message.get(), facts, away)
                : fromPage(facts, away);
    }

    @Override
    public synchronized void missed(Direction direction) {
        if (direction == Direction.TO_CLIENT) {
            bundles.changed(afterGap() == HmrDialect.GapRule.COMPARE);
        }
    }

    /** The server's first message tells, or the socket is none of ours. */
    private void decide(Optional<JsonNode> first) {
        Optional<HmrDialect> known = first.flatMap(m -> HmrDetector.byGreeting(tunnel.connection().path(), m));
        known.ifPresent(this::recognise);
        if (known.isEmpty()) {
            mayBeParcel = false;
            for (Direction direction : Direction.values()) {
                tunnel.flow(direction).gate().readers().remove(this);
            }
        }
    }

    private boolean fromServer(Recognised known, JsonNode message, List<HmrFact> facts, boolean away) {
        Instant now = Instant.now();
        newest = now;
        for (HmrFact fact : facts) {
            note(known, fact, now, away);
        }
        if (facts.contains(new HmrFact.Repeated())) {
            return true;
        }
        return away && !tunnel.counts() && known.queue().offer(known.dialect(), message, facts, now);
    }

    private void note(Recognised known, HmrFact fact, Instant now, boolean away) {
        switch (fact) {
            case HmrFact.Failed(BuildProblem problem) -> error = problem.at(now);
            case HmrFact.Built _ -> {
                error = null;
                bundles.changed(afterGap() == HmrDialect.GapRule.COMPARE);
            }
            case HmrFact.Update _,HmrFact.FullReload _,HmrFact.Prune _ -> {
                if (!away) {
                    known.history().told(fact, now);
                }
            }
            case HmrFact.Connected _,HmrFact.Repeated _,HmrFact.PagePing _ -> {
                // Nothing to remember.
            }
        }
    }

    private boolean fromPage(List<HmrFact> facts, boolean away) {
        for (HmrFact fact : facts) {
            if (fact instanceof HmrFact.PagePing(String answer) && away) {
                if (!answer.isEmpty()) {
                    tunnel.to(Leg.CLIENT).inject(EngineFrame.text(Leg.CLIENT, answer));
                }
                return true;
            }
        }
        return false;
    }

    /** The upstream is lost: what the page has is what it had until now, or until an earlier loss that is not settled yet. */
    synchronized void upstreamLost() {
        bundles.lost();
        if (lost == null && afterGap() == HmrDialect.GapRule.REVALIDATE) {
            lost = pages().modules().snapshot();
        }
    }

    /** The page is told what it has missed. @param waits whether that cannot be known before the server's next good build */
    synchronized void settled(boolean waits) {
        lost = null;
        bundles.settled(waits);
    }

    /** What has to be found out for the page after the gap. */
    synchronized GapSettler settler() {
        ModuleTable modules = pages().modules();
        ModuleTable.Snapshot had = lost;
        return had == null ? new GapSettler(modules) : new GapSettler(modules, had);
    }

    /** The same for a page of Parcel. */
    synchronized BundleSettler bundleSettler() {
        return bundles.settler(this::errorStands);
    }

    /** How this page's doubts after a gap are settled; null when it is no hot-reload socket. */
    synchronized HmrDialect.@Nullable GapRule afterGap() {
        return recognised == null ? null : recognised.dialect().afterGap();
    }

    /** Whether the page shows a build error. */
    synchronized boolean errorStands() {
        return error != null;
    }

    synchronized String dialectName() {
        return recognised == null ? "off" : recognised.dialect().wireName();
    }

    /** When the server last said something. */
    synchronized Instant newest() {
        return newest;
    }

    /** What this browser's pages have loaded; made anew when it had been forgotten. */
    synchronized HmrPages.Pages pages() {
        HmrPages.Pages mine = pages;
        return mine == null ? allPages.open(key) : mine;
    }

    /** The page is told something by the engine. */
    synchronized void told(byte[] text) {
        Recognised known = recognised;
        if (known != null) {
            Instant now = Instant.now();
            HmrMessages.parse(text)
                    .ifPresent(m -> known.dialect()
                            .read(Direction.TO_CLIENT, m)
                            .forEach(fact -> note(known, fact, now, false)));
        }
    }

    /** A page of this browser asks for something over HTTP. */
    synchronized Optional<Duration> requested(RequestTarget target) {
        return recognised == null ? Optional.empty()
                : recognised.history().requested(target.path(), target.query(), Instant.now());
    }

    /** Takes what waits for the page; {@link #left} has to be told when it is on its way. */
    synchronized Optional<HmrQueue.Drained> drain() {
        return recognised == null ? Optional.empty() : Optional.of(recognised.queue().drain(Instant.now()));
    }

    /** The last of it has left for the page's socket. */
    synchronized void left(HmrQueue.Drained all) {
        if (recognised != null) {
            recognised.queue().left(all);
        }
    }

    /** The page's socket takes nothing more: what has not left waits for the next one. */
    synchronized void pageLost() {
        if (recognised != null) {
            recognised.queue().putBack();
        }
    }

    synchronized int drop() {
        return recognised == null ? 0 : recognised.queue().drop();
    }

    /** Null when it turned out to be no hot-reload socket. */
    synchronized @Nullable HmrStatus status() {
        Recognised known = recognised;
        return known == null ? null
                : new HmrStatus(tunnel.connection().id(), known.dialect().wireName(), known.queue().waiting(),
                        known.queue().fullReloadNeeded(), known.history().changes(Instant.now()), error);
    }

    synchronized void detach() {
        bundles.stop();
        if (pages != null) {
            pages.sockets().remove(this);
        }
    }
}
