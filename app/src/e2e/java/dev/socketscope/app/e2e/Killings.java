package dev.socketscope.app.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Peers around an engine, of which now and then one is killed and another one takes its place.
 *
 * <pre>
 *   clients   ──────────────► engine ──► upstream      killed: clients, this upstream
 *   resumed   ──► link ─────► engine ──► steady        killed: the link
 * </pre>
 */
final class Killings implements AutoCloseable {
    private static final int CLIENTS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final Random random;
    private final HeadlessEngine engine;
    private final int upstreamPort;
    private final int linkPort;
    private final List<NumberedPeer> upstreams = new ArrayList<>();
    private final List<NumberedPeer> clients = new ArrayList<>();
    private final List<NumberedPeer> present = new ArrayList<>();
    private NumberedPeer link;
    private int links;

    Killings(long seed, HeadlessEngine engine, int upstreamPort, int linkPort) {
        this.random = new Random(seed);
        this.engine = engine;
        this.upstreamPort = upstreamPort;
        this.linkPort = linkPort;
        startUpstream();
        link = startLink();
        startClients();
    }

    /** Lets some traffic pass, then kills somebody, and then sees to it that everybody is there. */
    void next() {
        pass(50, 250);
        switch (random.nextInt(4)) {
            case 0 -> {
                upstreams.getLast().program().kill();
                pass(0, 375);
                startUpstream();
            }
            case 1 -> {
                link.program().kill();
                pass(0, 375);
                link = startLink();
            }
            case 2 -> anybody().kill();
            default -> anybody().terminate();
        }
        startClients();
    }

    private void startUpstream() {
        upstreams.add(NumberedPeer.upstream("killed-upstream-" + upstreams.size(), upstreamPort).ready());
    }

    private NumberedPeer startLink() {
        String port = engine.listen().substring(engine.listen().lastIndexOf(':') + 1);
        return NumberedPeer.link("killed-link-" + links++, linkPort, Integer.parseInt(port)).ready();
    }

    /** Where one has ended, another one. */
    private void startClients() {
        present.removeIf(client -> !client.program().running());
        while (present.size() < CLIENTS) {
            present.add(NumberedPeer.client("client-" + clients.size(), "ws://" + engine.listen() + "/killed"));
            clients.add(present.getLast());
        }
    }

    private Program anybody() {
        return present.get(random.nextInt(CLIENTS)).program();
    }

    /** Waits until so many messages more have come from clients; they send some 250 a second. */
    private void pass(int least, int most) {
        double wanted = received() + random.nextInt(least, most);
        await().atMost(LIMIT).until(() -> received() >= wanted);
    }

    private double received() {
        return engine.metric("websocket_messages_total{direction=\"received");
    }

    /** Has all clients that are left close with 1000, and waits for their end. */
    void endClients() throws InterruptedException {
        present.forEach(client -> client.program().terminate());
        for (NumberedPeer client : present) {
            client.program().awaitEnd(Duration.ofSeconds(20));
        }
    }

    /** All clients there have been. */
    List<NumberedPeer> clients() {
        return clients;
    }

    /** What one client's messages came to at all upstreams there have been, in the order of their arrival. */
    List<Integer> arrived(String client) {
        return upstreams.stream().flatMap(upstream -> upstream.got(client).stream()).toList();
    }

    @Override
    public void close() {
        Stream.of(upstreams, clients, List.of(link)).flatMap(List::stream).forEach(peer -> peer.program().close());
    }
}
